using ServiceHost.Client;
using ServiceHost.Client.Manifests;
using ServiceHost.Ports;

namespace ServiceHost.Supervision;

/// <summary>The ports of a run, told to those who wait for it.</summary>
internal static class RunPorts
{
    /// <summary>Gives each service its port.</summary>
    /// <returns>All ports.</returns>
    /// <exception cref="SuiteException">One error for each port that somebody holds.</exception>
    public static Task<IReadOnlyList<ServicePort>> PlanAsync(
        RunSetup setup,
        IReadOnlyList<ServiceEntry> services,
        PortReservation reservation,
        CancellationToken cancel
    )
    {
        if (!setup.Options.DynamicPorts && OutgoingPorts.WarningOf(services) is { } warning)
        {
            setup.Board.Publish(RunEventKind.Warning, message: warning.Message, error: warning);
        }
        return PortPlan.MakeAsync(
            services,
            setup.Options.DynamicPorts,
            reservation,
            wait => setup.Board.Publish(RunEventKind.Waiting, message: wait),
            cancel
        );
    }
}
