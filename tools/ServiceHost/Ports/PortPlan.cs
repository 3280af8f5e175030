using ServiceHost.Client;
using ServiceHost.Client.Manifests;

namespace ServiceHost.Ports;

/// <summary>Gives each service its port and sees that it is free, before anything is started.</summary>
internal static class PortPlan
{
    /// <summary>The ports, by service, once those are free that only ended connections hold.</summary>
    /// <param name="services">The services; one without a port is left out.</param>
    /// <param name="dynamic">Whether any free ports do.</param>
    /// <param name="reservation">Keeps the ports for the run.</param>
    /// <param name="onWaiting">Told in one line, at most once, what is waited for.</param>
    /// <param name="cancel">Calls the waiting off.</param>
    /// <exception cref="SuiteException">One error for each port that somebody holds.</exception>
    public static async Task<IReadOnlyDictionary<string, int>> MakeAsync(
        IReadOnlyList<ServiceEntry> services,
        bool dynamic,
        PortReservation reservation,
        Action<string> onWaiting,
        CancellationToken cancel
    )
    {
        services = [.. services.Where(service => service.Port > 0)];
        if (dynamic)
        {
            return services.ToDictionary(service => service.Name, _ => reservation.ReserveAny());
        }
        var errors = Obstacles(services, reservation.TryReserve).Where(error => !error.IsWarning).ToList();
        if (errors.Count > 0)
        {
            throw new SuiteException(errors);
        }
        await new PortWait(services, onWaiting).RunAsync(cancel);
        return services.ToDictionary(service => service.Name, service => service.Port);
    }

    /// <summary>Looks who holds a port of these services, and reserves none. What passes by itself is a warning.</summary>
    public static IReadOnlyList<SuiteError> Obstacles(IReadOnlyList<ServiceEntry> services) =>
        Obstacles([.. services.Where(service => service.Port > 0)], PortReservation.HolderOf);

    private static List<SuiteError> Obstacles(IReadOnlyList<ServiceEntry> services, Func<int, string?> runThatHas)
    {
        var sockets = new SocketSnapshot();
        return [.. services.Select(service => Check(service, runThatHas, sockets)).OfType<SuiteError>()];
    }

    private static SuiteError? Check(ServiceEntry service, Func<int, string?> runThatHas, SocketSnapshot sockets)
    {
        if (runThatHas(service.Port) is { } run)
        {
            return HeldPort.Error(service, $"is taken by {run}");
        }
        return PortObstacle.Find(service.Port, sockets) is { } obstacle ? new HeldPort(service, obstacle).Finding() : null;
    }
}
