using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;

namespace IntegrationSuite.ServiceHost.Ports;

/// <summary>A service's port that something else holds.</summary>
internal sealed record HeldPort(ServicePort Port, PortObstacle Obstacle)
{
    /// <summary>Those of these ports that something holds now.</summary>
    public static IReadOnlyList<HeldPort> Find(IReadOnlyList<ServicePort> ports)
    {
        var sockets = new SocketSnapshot();
        return
        [
            .. ports
                .Select(port => PortObstacle.Find(port.Number, sockets) is { } obstacle ? new HeldPort(port, obstacle) : null)
                .OfType<HeldPort>(),
        ];
    }

    /// <summary>The error of a port that is taken.</summary>
    /// <param name="port">The port.</param>
    /// <param name="how">To follow "Port 4001 of Orders Service".</param>
    /// <param name="remedy">What to do, if not to stop a process.</param>
    public static SuiteError Error(ServicePort port, string how, string remedy = "Stop that process") =>
        new(
            ErrorCodes.PortInUse,
            $"Port {port} {how}. Nothing was started. {remedy}, or run with free ports: --ports dynamic (MSBuild: -p:ServicePorts=dynamic).",
            port.Service
        );

    /// <summary>The error of a run that needs the port now.</summary>
    public SuiteError Error() => Obstacle.Passes ? Error(Port, $"is still {Obstacle}", "Run again later") : Error(Port, $"is {Obstacle}");

    /// <summary>An error, or a warning where a run would wait for the port.</summary>
    public SuiteError Finding() =>
        !Obstacle.Passes
            ? Error()
            : new SuiteError(
                ErrorCodes.PortInUse,
                $"{this}. That passes within about a minute; a run waits for it.",
                Port.Service,
                IsWarning: true
            );

    /// <inheritdoc />
    public override string ToString() => $"Port {Port} is {Obstacle}";
}
