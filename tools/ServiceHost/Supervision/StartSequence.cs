using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;

namespace IntegrationSuite.ServiceHost.Supervision;

/// <summary>Starts all services at once, each as soon as its database is migrated and its dependencies are healthy.</summary>
internal sealed class StartSequence(IReadOnlyList<ServiceUnit> units, RunDatabases databases)
{
    private readonly Dictionary<string, TaskCompletionSource> _healthy = units.ToDictionary(
        unit => unit.Entry.Name,
        _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
    );

    private int _failed;

    /// <summary>Starts them.</summary>
    /// <exception cref="SuiteException">Every error of every service that failed; of those that were late, the first.</exception>
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
            var errors = Causes(e.Errors);
            await failed.CancelAsync();
            return errors;
        }
        catch (OperationCanceledException) when (failed.IsCancellationRequested)
        {
            return [];
        }
    }

    // On a busy machine all that start are late at the same moment: the first is the cause, and the others are no news.
    private IReadOnlyList<SuiteError> Causes(IReadOnlyList<SuiteError> errors)
    {
        var isFirst = Interlocked.Exchange(ref _failed, 1) == 0;
        if (errors[0].Code != ErrorCodes.NotHealthyInTime)
        {
            return errors;
        }
        return !isFirst ? []
            : Behind() is > 0 and var behind
                ? [errors[0] with { Message = $"{errors[0].Message} {behind} other services were not healthy by then either." }]
            : errors;
    }

    private int Behind() => _healthy.Values.Count(healthy => !healthy.Task.IsCompleted) - 1;

    private async Task StartAsync(ServiceUnit unit, CancellationToken cancel)
    {
        var prepared = Task.Run(unit.Prepare, cancel);
        await Task.WhenAll(prepared, databases.PrepareAsync(unit.Entry, cancel));
        await Task.WhenAll(unit.Entry.DependsOn.Where(_healthy.ContainsKey).Select(name => _healthy[name].Task)).WaitAsync(cancel);
        await unit.StartAsync(cancel);
        _healthy[unit.Entry.Name].SetResult();
    }
}
