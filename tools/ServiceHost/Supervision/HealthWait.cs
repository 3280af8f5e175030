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
    public static async Task RunAsync(
        RunSetup setup,
        ServiceEntry service,
        ServiceState state,
        IRunningProcess process,
        CancellationToken cancel
    )
    {
        using var waiting = setup.Pace.Enter();
        try
        {
            await LoopAsync(setup, service, state, process, cancel);
        }
        catch (OperationCanceledException) when (process.Exited.IsCompleted)
        {
            // Another service failed first; this one's failure is worth telling too.
            throw new SuiteException(Exited(service, await process.Exited, state.Log));
        }
    }

    private static async Task LoopAsync(
        RunSetup setup,
        ServiceEntry service,
        ServiceState state,
        IRunningProcess process,
        CancellationToken cancel
    )
    {
        var (probe, started) = (new HealthProbe(state.Port, service.Health, process), TimeProvider.System.GetTimestamp());
        while (true)
        {
            var looking = probe.LookAsync(cancel);
            await Task.WhenAny(looking, process.Exited); // what it left behind may hold the port and keep a look waiting
            if (process.Exited.IsCompleted)
            {
                throw new SuiteException(Exited(service, await process.Exited, state.Log));
            }
            var look = await looking;
            if (look.IsHealthy)
            {
                return;
            }
            var elapsed = TimeProvider.System.GetElapsedTime(started);
            if (elapsed > setup.StartTimeout(service))
            {
                throw new SuiteException(Late(service, setup.StartTimeout(service), await probe.DescribeAsync(look), state.Log));
            }
            await Task.WhenAny(Task.Delay(setup.Pace.Pause(elapsed), cancel), process.Exited);
            cancel.ThrowIfCancellationRequested();
        }
    }

    private static SuiteError Late(ServiceEntry service, TimeSpan timeout, string seen, string log) =>
        new(
            ErrorCodes.NotHealthyInTime,
            $"{service.Title} was not healthy after {timeout.TotalSeconds:0.#} s: {seen}. {LogTail.Read(log)}",
            service.Name,
            log
        );

    private static SuiteError Exited(ServiceEntry service, int code, string log) =>
        new(
            ErrorCodes.ExitedAtStart,
            $"{service.Title} ended with {ExitText.Of(code)} before it was healthy. {LogTail.Read(log)}",
            service.Name,
            log
        );
}
