using ServiceHost.Client;
using ServiceHost.Client.Manifests;

namespace ServiceHost.Supervision;

/// <summary>Starts all services at once, each as soon as its database is migrated and its dependencies are healthy.</summary>
internal sealed class StartSequence(IReadOnlyList<ServiceUnit> units, RunDatabases databases)
{
    private readonly Dictionary<string, TaskCompletionSource> _healthy = units.ToDictionary(unit => unit.Entry.Name, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>Starts them.</summary>
    /// <exception cref="SuiteException">Every error of every service that failed.</exception>
    /// <exception cref="OperationCanceledException">It was called off.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var errors = await Task.WhenAll(units.Select(unit => TryStartAsync(unit, failed)));
        if (errors.SelectMany(each => each).Distinct().ToList() is { Count: > 0 } all)
        {
            throw new SuiteException(all);
        }
        cancel.ThrowIfCancellationRequested();
    }

    private async Task<IReadOnlyList<SuiteError>> TryStartAsync(ServiceUnit unit, CancellationTokenSource failed)
    {
        try
        {
            await StartAsync(unit, failed.Token);
            return [];
        }
        catch (SuiteException e)
        {
            await failed.CancelAsync();
            return e.Errors;
        }
        catch (OperationCanceledException) when (failed.IsCancellationRequested)
        {
            return [];
        }
    }

    private async Task StartAsync(ServiceUnit unit, CancellationToken cancel)
    {
        var prepared = Task.Run(unit.Prepare, cancel);
        await Task.WhenAll(prepared, databases.PrepareAsync(unit.Entry, cancel));
        await Task.WhenAll(unit.Entry.DependsOn.Where(_healthy.ContainsKey).Select(name => _healthy[name].Task)).WaitAsync(cancel);
        await unit.StartAsync(cancel);
        _healthy[unit.Entry.Name].SetResult();
    }
}
