using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Ports;
using IntegrationSuite.ServiceHost.Processes;

namespace IntegrationSuite.ServiceHost.Supervision;

/// <summary>Stops all services: each once nothing that depends on it runs any more, all others at the same time; then proves that nothing is left.</summary>
internal sealed class StopSequence(RunSetup setup, IReadOnlyList<ServiceUnit> units, RunDatabases databases)
{
    private static readonly TimeSpan s_reserve = TimeSpan.FromSeconds(1);

    /// <summary>Stops them. Never takes longer than the longest stop timeout and two seconds, however many hang.</summary>
    /// <param name="hurry">Once cancelled, whatever still runs is killed.</param>
    public async Task RunAsync(CancellationToken hurry)
    {
        using var cap = CancellationTokenSource.CreateLinkedTokenSource(hurry);
        cap.CancelAfter(units.Select(unit => setup.StopTimeout(unit.Entry)).DefaultIfEmpty().Max() + s_reserve);
        var stops = new Dictionary<string, Task>();
        await Task.WhenAll(units.Select(unit => StopAfterDependents(unit, stops, cap.Token)));
        await StopDatabasesAsync(cap.Token);
        ReportEscaped();
        await ProvePortsFreeAsync(cap.Token);
    }

    // Circles were refused when the manifest was read.
    private Task StopAfterDependents(ServiceUnit unit, Dictionary<string, Task> stops, CancellationToken hurry)
    {
        if (!stops.TryGetValue(unit.Entry.Name, out var stop))
        {
            var dependents = units
                .Where(other => other.Entry.DependsOn.Contains(unit.Entry.Name))
                .Select(other => StopAfterDependents(other, stops, hurry))
                .ToList();
            stops[unit.Entry.Name] = stop = StopAsync(unit, dependents, hurry);
        }
        return stop;
    }

    private static async Task StopAsync(ServiceUnit unit, IReadOnlyList<Task> dependents, CancellationToken hurry)
    {
        await Task.WhenAll(dependents);
        await unit.StopAsync(hurry);
    }

    private async Task StopDatabasesAsync(CancellationToken hurry)
    {
        try
        {
            await databases.StopAsync(hurry);
        }
        catch (SuiteException e)
        {
            foreach (var error in e.Errors)
            {
                setup.Board.Publish(RunEventKind.StopFailed, error.Service, error.Message, error);
            }
        }
    }

    private void ReportEscaped()
    {
        foreach (var (pid, command, service) in RunSweep.Kill(setup.Folder.RunId, except: []))
        {
            // It may be a second instance's, which is in no list.
            var title = units.FirstOrDefault(unit => unit.Entry.Name == service)?.Entry.Title ?? service;
            var message =
                $"Process {pid} ({command}){(title is null ? "" : $" of {title}")} had left its service's process group and outlived it; it was killed. Let the service end what it starts.";
            setup.Board.Publish(RunEventKind.ServiceKilled, service, message, new SuiteError(ErrorCodes.ProcessEscaped, message, service));
        }
    }

    // A connection that has ended (TIME_WAIT) is nobody's any more; the next run waits for it. What another user took was not left by this run.
    private static PortObstacle? Holder(ServicePort port) =>
        PortObstacle.Find(port.Number) is { Passes: false, IsAnotherUsers: false } holder ? holder : null;

    private async Task ProvePortsFreeAsync(CancellationToken hurry)
    {
        foreach (var port in units.SelectMany(unit => unit.Ports))
        {
            // A socket is closed a moment after its process is gone.
            for (var tries = 0; Holder(port) is not null && tries < 50 && !hurry.IsCancellationRequested; tries++)
            {
                await Task.Delay(10, CancellationToken.None);
            }
            if (Holder(port) is { } holder)
            {
                var message = $"After the stop port {port} is still {holder}.";
                setup.Board.Publish(
                    RunEventKind.StopFailed,
                    port.Service,
                    message,
                    new SuiteError(ErrorCodes.PortLeft, message, port.Service)
                );
            }
        }
    }
}
