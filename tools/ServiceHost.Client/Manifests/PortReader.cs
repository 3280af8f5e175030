using System.Text.Json;

namespace IntegrationSuite.ServiceHost.Client.Manifests;

/// <summary>The ports of a service.</summary>
/// <param name="First">The one that it is known by; 0 when it has none.</param>
/// <param name="Named">All of them in the manifest's order, where they have names.</param>
/// <param name="FirstInContainer">Where the first one leads to in its container; 0 without one.</param>
/// <param name="InContainer">The same of those with names.</param>
internal sealed record ReadPorts(
    int First,
    IReadOnlyDictionary<string, int> Named,
    int FirstInContainer,
    IReadOnlyDictionary<string, int> InContainer
);

/// <summary>Reads the ports of a service: one, or several with names; and those in its container.</summary>
internal sealed class PortReader(EntryFields fields, ManifestReport report, string? service)
{
    /// <summary>The key of the one port.</summary>
    public const string Key = "port";

    /// <summary>The key of several.</summary>
    public const string NamedKey = "ports";

    /// <summary>The highest port.</summary>
    public const int Last = 65535;

    private const string ContainerKey = "containerPort";
    private const string NamedContainerKey = "containerPorts";
    private static readonly string[] s_keys = [Key, NamedKey];

    /// <summary>The key that gives a port.</summary>
    public static string KeyOf(ServicePort port) => port.Name is null ? Key : NamedKey;

    /// <summary>Reads them. What is wrong goes to the report.</summary>
    /// <param name="kind">Whether it is a job, which needs none.</param>
    /// <param name="health">How it is known to be healthy.</param>
    public ReadPorts Read(ServiceKind kind, HealthCheck health)
    {
        Check(kind, health);
        var (one, named) = (fields.Whole(Key, 1, Last), Several(NamedKey, known: null));
        var first = one ?? named.Values.FirstOrDefault();
        var (own, ownNamed) = (fields.Whole(ContainerKey, 1, Last), Several(NamedContainerKey, named.Count > 0 ? named.Keys : null));
        CheckContainer(ContainerKey, Key);
        CheckContainer(NamedContainerKey, NamedKey);
        if (!HasContainer)
        {
            return new ReadPorts(first, named, 0, new Dictionary<string, int>());
        }
        var inContainer = InOrder(named.Select(port => KeyValuePair.Create(port.Key, ownNamed.GetValueOrDefault(port.Key, port.Value))));
        return new ReadPorts(first, named, named.Count > 0 ? inContainer.Values.First() : own ?? first, inContainer);
    }

    private bool HasContainer => fields.Find(ImageReader.Key) is not null;

    private void Check(ServiceKind kind, HealthCheck health)
    {
        var given = Array.FindAll(s_keys, key => fields.Find(key) is not null);
        if (given.Length > 1)
        {
            fields.Refuse<string>(NamedKey, $"and '{Key}' exclude each other; remove one");
        }
        if (kind == ServiceKind.Service && health is HttpHealth or TcpHealth && given.Length == 0)
        {
            fields.Report(
                ErrorCodes.ManifestMissingKey,
                Key,
                "'port' is missing. A worker, which has none, says by the 'log', a 'command' or the seconds 'alive' of its 'health' when it is healthy."
            );
        }
        foreach (var key in health is LogHealth { TellsPort: true } ? given : [])
        {
            fields.Refuse<string>(key, $"is told by the group '{LogHealth.PortGroup}' of its 'health' already; remove one of them");
        }
    }

    private void CheckContainer(string key, string needed)
    {
        if (fields.Find(key) is not null && !HasContainer)
        {
            fields.Refuse<string>(key, $"is for an '{ImageReader.Key}' only");
        }
        else if (fields.Find(key) is not null && fields.Find(needed) is null)
        {
            fields.Report(ErrorCodes.ManifestMissingKey, key, $"'{key}' needs '{needed}', on this machine, to lead to it.");
        }
    }

    private IReadOnlyDictionary<string, int> Several(string key, IEnumerable<string>? known)
    {
        if (fields.Find(key) is not { } value)
        {
            return new Dictionary<string, int>();
        }
        if (value is not { Kind: JsonValueKind.Object, Members.Count: > 0 } || value.Members.Any(member => !EntryReader.IsName(member.Key)))
        {
            fields.Refuse<string>(
                key,
                "must be an object of names and ports, such as { \"http\": 5001, \"grpc\": 5002 }; a name has lower case letters, digits and single hyphens"
            );
            return new Dictionary<string, int>();
        }
        var names = value.Members.Select(member => member.Key).Distinct().ToList();
        var ports = new EntryFields(value, report, $"The {key} of service '{service}'", [.. known ?? names]);
        return InOrder(names.Select(name => KeyValuePair.Create(name, ports.Whole(name, 1, Last) ?? 0)).Where(port => port.Value > 0));
    }

    private static OrderedDictionary<string, int> InOrder(IEnumerable<KeyValuePair<string, int>> ports) => new(ports);
}
