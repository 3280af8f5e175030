using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Ports;

namespace IntegrationSuite.ServiceHost.Supervision;

/// <summary>The ports of a run, told to those who wait for it.</summary>
internal static class RunPorts
{
    /// <summary>The ports of a run: of the services that it starts, and of its own PostgreSQL server if that is to have a certain one.</summary>
    public static IReadOnlyList<ServicePort> Of(ServiceManifest manifest, LaunchOptions options)
    {
        var own = manifest.Services.Where(service => !options.ServiceUrls.ContainsKey(service.Name)).ToList();
        var hasServer =
            !options.DynamicPorts && options.PostgresConnectionString is null && own.Exists(service => service.Database is not null);
        return [.. ServicePort.Of(own), .. ServicePort.OfPostgres(hasServer ? manifest.PostgresPort : 0)];
    }

    /// <summary>Gives each service its ports.</summary>
    /// <returns>All ports.</returns>
    /// <exception cref="SuiteException">One error for each port that somebody holds.</exception>
    public static Task<IReadOnlyList<ServicePort>> PlanAsync(RunSetup setup, PortReservation reservation, CancellationToken cancel)
    {
        var ports = Of(setup.Manifest, setup.Options);
        if (!setup.Options.DynamicPorts && OutgoingPorts.WarningOf(ports) is { } warning)
        {
            setup.Board.Publish(RunEventKind.Warning, message: warning.Message, error: warning);
        }
        return PortPlan.MakeAsync(
            ports,
            setup.Options.DynamicPorts,
            reservation,
            wait => setup.Board.Publish(RunEventKind.Waiting, message: wait),
            cancel
        );
    }
}
