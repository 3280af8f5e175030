using ServiceHost.Client;
using ServiceHost.Client.Manifests;

namespace ServiceHost.Ports;

/// <summary>Gives each service its port and sees that it is free, before anything is started.</summary>
internal static class PortPlan
{
    /// <summary>The ports, by service.</summary>
    /// <exception cref="SuiteException">One error for each port that somebody holds.</exception>
    public static IReadOnlyDictionary<string, int> Make(IReadOnlyList<ServiceEntry> services, bool dynamic, PortReservation reservation)
    {
        if (dynamic)
        {
            return services.ToDictionary(service => service.Name, _ => reservation.ReserveAny());
        }
        var errors = Obstacles(services, reservation.TryReserve);
        return errors.Count == 0 ? services.ToDictionary(service => service.Name, service => service.Port) : throw new SuiteException(errors);
    }

    /// <summary>Looks who holds a port of these services, and reserves none.</summary>
    public static IReadOnlyList<SuiteError> Obstacles(IReadOnlyList<ServiceEntry> services) => Obstacles(services, PortReservation.HolderOf);

    private static List<SuiteError> Obstacles(IReadOnlyList<ServiceEntry> services, Func<int, string?> runThatHas) =>
        [.. services.Select(service => Check(service, runThatHas)).OfType<SuiteError>()];

    private static SuiteError? Check(ServiceEntry service, Func<int, string?> runThatHas)
    {
        if (runThatHas(service.Port) is { } run)
        {
            return Error(service, $"is taken by {run}");
        }
        if (PortProbe.IsFree(service.Port))
        {
            return null;
        }
        var owner = PortOwner.Find(service.Port);
        var ours = owner?.RunId is null ? "" : ", a service that an earlier run of servicehost left behind; the next run in that one's folder ends it";
        return Error(service, $"is in use by {owner?.ToString() ?? "a process that this user can't see"}{ours}");
    }

    private static SuiteError Error(ServiceEntry service, string how) => new(
        ErrorCodes.PortInUse,
        $"Port {service.Port} of {service.Title} {how}. Nothing was started. Stop that process, or run with free ports: --ports dynamic (MSBuild: -p:ServicePorts=dynamic).",
        service.Name);
}
