namespace IntegrationSuite.ServiceHost.Client.Manifests;

/// <summary>A port of a service, or of the run's PostgreSQL server.</summary>
/// <param name="Service">The service; null for PostgreSQL.</param>
/// <param name="Title">Whose it is, in messages.</param>
/// <param name="Name">Its name; null where the service has one without.</param>
/// <param name="Number">Its number on this machine.</param>
public sealed record ServicePort(string? Service, string Title, string? Name, int Number)
{
    /// <summary>The ports of services, in the manifest's order; of one without ports none.</summary>
    public static IReadOnlyList<ServicePort> Of(params IEnumerable<ServiceEntry> services) =>
        [.. services.SelectMany(service => Of(service, service.Port, service.Ports))];

    /// <summary>The ports that a service has now, which may be others than the manifest's.</summary>
    /// <param name="service">The service.</param>
    /// <param name="port">Its port; 0 when it has none.</param>
    /// <param name="named">All of them by name, where they have names.</param>
    public static IEnumerable<ServicePort> Of(ServiceEntry service, int port, IReadOnlyDictionary<string, int> named) =>
        named.Count > 0 ? named.Select(each => new ServicePort(service.Name, service.Title, each.Key, each.Value))
        : port > 0 ? [new ServicePort(service.Name, service.Title, Name: null, port)]
        : [];

    /// <summary>PostgreSQL's.</summary>
    /// <param name="port">0 when it may be any.</param>
    public static IEnumerable<ServicePort> OfPostgres(int port) =>
        port > 0 ? [new ServicePort(Service: null, "PostgreSQL", Name: null, port)] : [];

    /// <summary>By their names; empty when they have none.</summary>
    public static IReadOnlyDictionary<string, int> ByName(IEnumerable<ServicePort> ports) =>
        new OrderedDictionary<string, int>(
            ports.Where(port => port.Name is not null).Select(port => KeyValuePair.Create(port.Name!, port.Number))
        );

    /// <summary>To follow "port": number, name and service.</summary>
    public override string ToString() => $"{Number}{(Name is null ? "" : $" ({Name})")} of {Title}";
}
