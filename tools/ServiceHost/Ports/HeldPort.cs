using ServiceHost.Client;
using ServiceHost.Client.Manifests;

namespace ServiceHost.Ports;

/// <summary>A service's port that something else holds.</summary>
internal sealed record HeldPort(ServiceEntry Service, PortObstacle Obstacle)
{
    /// <summary>The ports of these services that something holds now.</summary>
    public static IReadOnlyList<HeldPort> Find(IReadOnlyList<ServiceEntry> services)
    {
        var sockets = new SocketSnapshot();
        return
        [
            .. services
                .Select(service => PortObstacle.Find(service.Port, sockets) is { } obstacle ? new HeldPort(service, obstacle) : null)
                .OfType<HeldPort>(),
        ];
    }

    /// <summary>The error of a port that is taken.</summary>
    /// <param name="service">The service.</param>
    /// <param name="how">To follow "Port 4001 of Orders Service".</param>
    /// <param name="remedy">What to do, if not to stop a process.</param>
    public static SuiteError Error(ServiceEntry service, string how, string remedy = "Stop that process") =>
        new(
            ErrorCodes.PortInUse,
            $"Port {service.Port} of {service.Title} {how}. Nothing was started. {remedy}, or run with free ports: --ports dynamic (MSBuild: -p:ServicePorts=dynamic).",
            service.Name
        );

    /// <summary>The error of a run that needs the port now.</summary>
    public SuiteError Error() =>
        Obstacle.Passes ? Error(Service, $"is still {Obstacle}", "Run again later") : Error(Service, $"is {Obstacle}");

    /// <summary>An error, or a warning where a run would wait for the port.</summary>
    public SuiteError Finding() =>
        !Obstacle.Passes
            ? Error()
            : new SuiteError(
                ErrorCodes.PortInUse,
                $"{this}. That passes within about a minute; a run waits for it.",
                Service.Name,
                IsWarning: true
            );

    /// <inheritdoc />
    public override string ToString() => $"Port {Service.Port} of {Service.Title} is {Obstacle}";
}
