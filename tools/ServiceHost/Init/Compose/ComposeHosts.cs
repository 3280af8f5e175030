using System.Globalization;
using System.Text.RegularExpressions;
using IntegrationSuite.ServiceHost.Client.Manifests;

namespace IntegrationSuite.ServiceHost.Init.Compose;

/// <summary>A service that others reach by a name.</summary>
/// <param name="Entry">Its name in the manifest.</param>
/// <param name="Ports">The ports by which they reach it.</param>
internal sealed record ComposeHost(string Entry, IReadOnlyList<PlannedPort> Ports)
{
    /// <summary>The one that is this in its container.</summary>
    public PlannedPort? Port(int? container) => Ports.FirstOrDefault(port => port.Container == container);
}

/// <summary>Puts references in the place of other services' addresses: <c>http://orders:8080</c> becomes <c>${orders.url}</c>.</summary>
/// <param name="planned">The services that are carried over.</param>
/// <param name="all">All services.</param>
internal sealed partial class ComposeHosts(IReadOnlyList<PlannedService> planned, IReadOnlyList<ComposeService> all)
{
    private const int LongestValue = 4096; // no address is longer, and looking for one takes the square of its length
    private const string Loopback = "127.0.0.1";

    private readonly Dictionary<string, ComposeHost> _hosts = planned
        .Where(each => each.Port is not null)
        .SelectMany(each => each.Service.Hosts.Select(host => (host, each)))
        .DistinctBy(pair => pair.host)
        .ToDictionary(pair => pair.host, pair => new ComposeHost(pair.each.Name, pair.each.Ports));

    private readonly Regex _names = new(
        $@"(^|[/@,=\s])(?<name>{string.Join('|', all.SelectMany(service => service.Hosts).Select(Regex.Escape))})(\z|:(?!//)|[/,;\s])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    );

    /// <summary>A value with references in it.</summary>
    /// <param name="value">The value, its variables turned into references already.</param>
    /// <param name="self">The service's own name in the manifest.</param>
    public string Replace(string value, string self) =>
        value.Length > LongestValue
            ? value
            : Address()
                .Replace(
                    value,
                    match =>
                        _hosts.GetValueOrDefault(match.Groups["host"].Value) is { } host && host.Port(PortIn(match)) is { } port
                            ? Written(match.Groups["scheme"].Value, host.Entry == self ? "" : host.Entry + ".", port)
                            : match.Value
                );

    /// <summary>Replaces a name and a port that stand in two variables, <c>REDIS_HOST</c> and <c>REDIS_PORT</c>.</summary>
    /// <returns>Null when this is not one of them.</returns>
    public string? ReplacePart(ComposeVariable variable, IReadOnlyList<ComposeVariable> others)
    {
        if (HostName().Match(variable.Name) is { Success: true } && variable.Value is not null && _hosts.ContainsKey(variable.Value))
        {
            return Loopback;
        }
        if (PortName().Match(variable.Name) is not { Success: true } name)
        {
            return null;
        }
        return others
            .Where(other =>
                HostName().Match(other.Name) is { Success: true } match && match.Groups["stem"].Value == name.Groups["stem"].Value
            )
            .Select(other => _hosts.GetValueOrDefault(other.Value ?? ""))
            .OfType<ComposeHost>()
            .SelectMany(host => host.Ports.Where(port => $"{port.Container}" == variable.Value).Select(port => (host, port)))
            .Select(found => $"${{{References.Of(found.host.Entry, found.port.Reference)}}}")
            .FirstOrDefault();
    }

    /// <summary>The name of a host that a value still has in it.</summary>
    public string? Named(string value) => _names.Match(value) is { Success: true } match ? match.Groups["name"].Value : null;

    private static int? PortIn(Match match) =>
        match.Groups["port"] is { Success: true, Value: var port } ? int.Parse(port, CultureInfo.InvariantCulture)
        : match.Groups["scheme"].Value == "http://" ? 80
        : null;

    private static string Written(string scheme, string prefix, PlannedPort port) =>
        scheme == "http://" && port.IsFirst ? $"${{{prefix}url}}" : $"{scheme}{Loopback}:${{{prefix}{port.Reference}}}";

    // A host is a whole word; before it may stand who logs in (redis://:secret@cache:6379).
    [GeneratedRegex(
        @"(?<scheme>\b[a-z][a-z0-9+.-]*://([^@/\s]*@)?)?(?<![\w.-])(?<host>[A-Za-z0-9][A-Za-z0-9_.-]*)(:(?<port>[0-9]{1,5}))?(?![\w.:-])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Address();

    [GeneratedRegex(
        "^(?<stem>.*?)_?(HOST|HOSTNAME|SERVER|ADDR)\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex HostName();

    [GeneratedRegex("^(?<stem>.*?)_?PORT\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex PortName();
}
