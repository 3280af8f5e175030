using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;

namespace IntegrationSuite.ServiceHost.Ports;

/// <summary>Gives each service its port and sees that it is free, before anything is started.</summary>
internal static class PortPlan
{
    /// <summary>The ports, once those are free that only ended connections hold.</summary>
    /// <param name="ports">The manifest's.</param>
    /// <param name="dynamic">Whether any free ports do.</param>
    /// <param name="reservation">Keeps the ports for the run.</param>
    /// <param name="onWaiting">Told in one line, at most once, what is waited for.</param>
    /// <param name="cancel">Calls the waiting off.</param>
    /// <exception cref="SuiteException">One error for each port that somebody holds.</exception>
    public static async Task<IReadOnlyList<ServicePort>> MakeAsync(
        IReadOnlyList<ServicePort> ports,
        bool dynamic,
        PortReservation reservation,
        Action<string> onWaiting,
        CancellationToken cancel
    )
    {
        if (dynamic)
        {
            return [.. ports.Select(port => port with { Number = reservation.ReserveAny() })];
        }
        var errors = Obstacles(ports, reservation.TryReserve).Where(error => !error.IsWarning).ToList();
        if (errors.Count > 0)
        {
            throw new SuiteException(errors);
        }
        await new PortWait(ports, onWaiting).RunAsync(cancel);
        return ports;
    }

    /// <summary>Looks who holds one of these ports, and reserves none. What passes by itself is a warning.</summary>
    public static IReadOnlyList<SuiteError> Obstacles(IReadOnlyList<ServicePort> ports) => Obstacles(ports, PortReservation.HolderOf);

    private static List<SuiteError> Obstacles(IReadOnlyList<ServicePort> ports, Func<int, string?> runThatHas)
    {
        var sockets = new SocketSnapshot();
        return [.. ports.Select(port => Check(port, runThatHas, sockets)).OfType<SuiteError>()];
    }

    private static SuiteError? Check(ServicePort port, Func<int, string?> runThatHas, SocketSnapshot sockets)
    {
        if (runThatHas(port.Number) is { } run)
        {
            return HeldPort.Error(port, $"is taken by {run}");
        }
        return PortObstacle.Find(port.Number, sockets) is { } obstacle ? new HeldPort(port, obstacle).Finding() : null;
    }
}
