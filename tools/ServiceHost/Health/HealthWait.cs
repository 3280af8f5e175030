using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Ports;
using IntegrationSuite.ServiceHost.Processes;
using IntegrationSuite.ServiceHost.State;

namespace IntegrationSuite.ServiceHost.Health;

/// <summary>Waits until a service is healthy, dead or late.</summary>
/// <param name="service">The service.</param>
/// <param name="probes">How it is looked at.</param>
/// <param name="timeout">How long it may take.</param>
/// <param name="pace">How often it is looked at.</param>
internal sealed class HealthWait(ServiceEntry service, HealthProbes probes, TimeSpan timeout, HealthPace pace)
{
    /// <summary>Waits.</summary>
    /// <param name="health">How it is known to be healthy.</param>
    /// <param name="cancel">Calls it off.</param>
    /// <returns>What it said of itself by then.</returns>
    /// <exception cref="SuiteException">It ended, or was not healthy in time.</exception>
    public async Task<IReadOnlyDictionary<string, string>> RunAsync(HealthCheck health, CancellationToken cancel)
    {
        using var waiting = pace.Enter();
        try
        {
            return (await LoopAsync(probes.For(health), cancel)).Told ?? new Dictionary<string, string>();
        }
        catch (OperationCanceledException) when (probes.Process.Exited.IsCompleted)
        {
            // Another service failed first; this one's failure is worth telling too.
            throw new SuiteException(Exited(await probes.Process.Exited));
        }
    }

    private async Task<HealthLook> LoopAsync(IHealthProbe probe, CancellationToken cancel)
    {
        var (process, started) = (probes.Process, TimeProvider.System.GetTimestamp());
        while (true)
        {
            var looking = probe.LookAsync(cancel);
            await Task.WhenAny(looking, process.Exited); // what it left behind may hold the port and keep a look waiting
            if (process.Exited.IsCompleted)
            {
                throw new SuiteException(Exited(await process.Exited));
            }
            var look = await looking;
            if (look.IsHealthy)
            {
                return look;
            }
            var elapsed = TimeProvider.System.GetElapsedTime(started);
            if (elapsed > timeout)
            {
                throw new SuiteException(Late(look.Seen ?? await RefusedAsync(cancel)));
            }
            var pause = pace.Pause(elapsed);
            await Task.WhenAny(Task.Delay(pause > probe.LeastPause ? pause : probe.LeastPause, cancel), process.Exited);
            cancel.ThrowIfCancellationRequested();
        }
    }

    private async Task<string> RefusedAsync(CancellationToken cancel)
    {
        var (port, now) = (probes.Port, await ListenSnapshot.TakeAsync());
        return !now.Listens(port) && now.AddressesOf(probes.Process.Identity.Pid) is { Count: > 0 } others
            ? $"it listens on {string.Join(", ", others)}, not on port {port}: it did not take PORT"
            : await probes.Check.NotListeningAsync(port, cancel) ?? $"port {port} refused the connection";
    }

    private SuiteError Late(string seen) =>
        new(
            ErrorCodes.NotHealthyInTime,
            $"{service.Title} was not healthy after {timeout.TotalSeconds:0.#} s: {seen}. {LogTail.Read(probes.Log, probes.LogStart)}",
            service.Name,
            probes.Log
        );

    private SuiteError Exited(int code) =>
        new(
            ErrorCodes.ExitedAtStart,
            $"{service.Title} ended with {ExitText.Of(code)} before it was healthy. {LogTail.Read(probes.Log, probes.LogStart)}",
            service.Name,
            probes.Log
        );
}
