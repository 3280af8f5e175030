namespace IntegrationSuite.ServiceHost.Client.Manifests;

/// <summary>The names of the references that an entry may use. Their values: <c>IntegrationSuite.ServiceHost.Supervision.ReferenceValues</c>.</summary>
public static class References
{
    /// <summary>The service's own name.</summary>
    public const string Name = "name";

    /// <summary>Its port; of a container's own, the one that it has in there.</summary>
    public const string Port = "port";

    /// <summary>The port of this machine that leads to a container: what others have as its port.</summary>
    public const string PublishedPort = "publishedPort";

    /// <summary>What begins the names of its ports, where they have names: as <see cref="Port"/>, but of each.</summary>
    public const string PortsPrefix = "ports.";

    /// <summary>What begins the names of a container's ports on this machine: as <see cref="PublishedPort"/>, but of each.</summary>
    public const string PublishedPortsPrefix = "publishedPorts.";

    /// <summary>Its base address.</summary>
    public const string Url = "url";

    /// <summary>What begins the parts of its database's address.</summary>
    public const string DatabasePrefix = "database.";

    /// <summary>What begins the name of a variable of the caller's environment: <c>${env:NAME}</c>, <c>${env:NAME:-default}</c>.</summary>
    public const string EnvironmentPrefix = "env:";

    /// <summary>What stands between a variable and its default. As in a shell, it stands in for one that is empty too.</summary>
    public const string DefaultMark = ":-";

    /// <summary>The parts of a database's address, as <c>${database.…}</c> names them: as URI, as connection string of ADO.NET, as JDBC's, and each by itself.</summary>
    public static readonly IReadOnlyList<string> DatabaseParts = ["uri", "ado", "jdbc", "host", "port", "name", "user", "password"];

    /// <summary>The reference to a value of another service.</summary>
    public static string Of(string service, string value) => $"{service}.{value}";

    /// <summary>The names that an entry may use, its own before those of its neighbours, but for <c>env:…</c>.</summary>
    public static IEnumerable<string> KnownTo(ServiceEntry entry, IEnumerable<ServiceEntry> all) =>
        Own(entry).Concat(all.Where(other => other.Name != entry.Name).SelectMany(OfNeighbour));

    /// <summary>The names of its own values.</summary>
    public static IEnumerable<string> Own(ServiceEntry entry) =>
        [
            Name,
            .. entry.Port > 0 ? (string[])[Port, Url] : [],
            .. entry is { Image: not null, Port: > 0 } ? (string[])[PublishedPort] : [],
            .. entry.Ports.Keys.Select(port => PortsPrefix + port),
            .. entry.Image is null ? [] : entry.Ports.Keys.Select(port => PublishedPortsPrefix + port),
            .. entry.Database is null ? [] : DatabaseParts.Select(part => DatabasePrefix + part),
        ];

    /// <summary>The names that others have for its values.</summary>
    public static IEnumerable<string> OfNeighbour(ServiceEntry service) =>
        [
            .. service.Port > 0 ? (string[])[Of(service.Name, Url), Of(service.Name, Port)] : [],
            .. service.Ports.Keys.Select(port => Of(service.Name, PortsPrefix + port)),
            .. ToldBy(service),
        ];

    /// <summary>Of these, the ones that it says in its log: they are known once it is healthy.</summary>
    public static IReadOnlyList<string> ToldBy(ServiceEntry service) =>
        service.Health is LogHealth log ? [.. log.Groups.Concat(log.TellsPort ? [Url] : []).Select(value => Of(service.Name, value))] : [];
}
