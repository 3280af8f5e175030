using ServiceHost.Client;
using ServiceHost.Client.Manifests;
using ServiceHost.Processes;
using ServiceHost.State;

namespace ServiceHost.Supervision;

/// <summary>Waits until a service is healthy, dead or late.</summary>
internal static class HealthWait
{
    /// <summary>Waits.</summary>
    /// <exception cref="SuiteException">It ended, or was not healthy in time.</exception>
    public static async Task RunAsync(ServiceEntry service, int port, IRunningProcess process, TimeSpan timeout, string log, CancellationToken cancel)
    {
        try
        {
            await LoopAsync(service, new HealthProbe(port, service.Health, process), process, timeout, log, cancel);
        }
        catch (OperationCanceledException) when (process.Exited.IsCompleted)
        {
            // Another service failed first; this one's failure is worth telling too.
            throw new SuiteException(Exited(service, await process.Exited, log));
        }
    }

    private static async Task LoopAsync(ServiceEntry service, HealthProbe probe, IRunningProcess process, TimeSpan timeout, string log, CancellationToken cancel)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var looking = probe.LookAsync(cancel);
            await Task.WhenAny(looking, process.Exited); // what it left behind may hold the port and keep a look waiting
            if (process.Exited.IsCompleted)
            {
                throw new SuiteException(Exited(service, await process.Exited, log));
            }
            var look = await looking;
            if (look.IsHealthy)
            {
                return;
            }
            var elapsed = TimeProvider.System.GetElapsedTime(started);
            if (elapsed > timeout)
            {
                throw new SuiteException(Late(service, probe.Describe(look), timeout, log));
            }
            await Task.WhenAny(Task.Delay(Pause(elapsed), cancel), process.Exited);
            cancel.ThrowIfCancellationRequested();
        }
    }

    private static SuiteError Late(ServiceEntry service, string seen, TimeSpan timeout, string log) =>
        new(ErrorCodes.NotHealthyInTime, $"{service.Title} was not healthy after {timeout.TotalSeconds:0.#} s: {seen}. {LogTail.Read(log)}", service.Name, log);

    private static SuiteError Exited(ServiceEntry service, int code, string log) =>
        new(ErrorCodes.ExitedAtStart, $"{service.Title} ended with {ExitText.Of(code)} before it was healthy. {LogTail.Read(log)}", service.Name, log);

    // A fast service is met at once, a slow one is not disturbed.
    private static TimeSpan Pause(TimeSpan elapsed) => TimeSpan.FromMilliseconds(elapsed.TotalSeconds switch
    {
        < 0.5 => 10,
        < 3 => 20,
        < 10 => 50,
        _ => 200,
    });
}
