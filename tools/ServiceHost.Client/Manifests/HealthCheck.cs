namespace IntegrationSuite.ServiceHost.Client.Manifests;

/// <summary>How a service is known to be healthy.</summary>
public abstract record HealthCheck;

/// <summary>It answers a GET with one of these statuses.</summary>
/// <param name="Path">The path, from the slash on.</param>
/// <param name="Statuses">The statuses that count, as ranges.</param>
/// <param name="Headers">What the request carries besides.</param>
/// <param name="IsHttps">Over TLS. Its certificate is not checked: it is a process of ours on this machine that shows it.</param>
public sealed record HttpHealth(string Path, IReadOnlyList<StatusRange> Statuses, IReadOnlyDictionary<string, string> Headers, bool IsHttps)
    : HealthCheck
{
    /// <summary><c>GET /health</c> answered with 200.</summary>
    public static HttpHealth Default { get; } =
        new("/health", [new StatusRange(200, 200)], new Dictionary<string, string>(), IsHttps: false);
}

/// <summary>Statuses of HTTP, both ends included.</summary>
public sealed record StatusRange(int First, int Last)
{
    /// <inheritdoc />
    public override string ToString() => First == Last ? $"{First}" : $"{First}-{Last}";
}

/// <summary>It takes a connection on its port.</summary>
public sealed record TcpHealth : HealthCheck;

/// <summary>It writes a line to its log.</summary>
/// <param name="Pattern">A regular expression of .NET; its named groups become references.</param>
/// <param name="Groups">The names of those groups.</param>
public sealed record LogHealth(string Pattern, IReadOnlyList<string> Groups) : HealthCheck
{
    /// <summary>The group that tells the port of a service that chooses its own.</summary>
    public const string PortGroup = "port";

    /// <summary>Whether it has that group.</summary>
    public bool TellsPort => Groups.Contains(PortGroup);
}

/// <summary>A command, with the service's environment, ends with 0.</summary>
/// <param name="Command">Program and arguments.</param>
public sealed record CommandHealth(IReadOnlyList<string> Command) : HealthCheck;

/// <summary>It is alive this long after its start.</summary>
/// <param name="Seconds">How long.</param>
public sealed record AliveHealth(double Seconds) : HealthCheck;
