using System.Globalization;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;

namespace IntegrationSuite.ServiceHost.Ports;

/// <summary>The ports from which this machine makes outgoing connections: any of them can be taken at any moment (Linux; none known elsewhere).</summary>
internal static class OutgoingPorts
{
    private const string RangeFile = "/proc/sys/net/ipv4/ip_local_port_range";
    private const string ReservedFile = "/proc/sys/net/ipv4/ip_local_reserved_ports";

    /// <summary>A warning that some of these fixed ports are among them.</summary>
    /// <returns>Null when none is.</returns>
    public static SuiteError? WarningOf(IReadOnlyList<ServicePort> ports)
    {
        if (!File.Exists(RangeFile))
        {
            return null;
        }
        var (first, last) = ParseRange(File.ReadAllText(RangeFile));
        var reserved = File.ReadAllText(ReservedFile)
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(ParseRange)
            .ToList();
        var exposed = ports
            .Where(port =>
                port.Number >= first
                && port.Number <= last
                && !reserved.Exists(range => port.Number >= range.First && port.Number <= range.Last)
            )
            .ToList();
        return exposed.Count == 0 ? null : Warning(exposed, first, last);
    }

    private static SuiteError Warning(List<ServicePort> exposed, int first, int last)
    {
        var ports = string.Join(", ", exposed);
        var reserve = string.Join(',', exposed.Select(port => port.Number));
        return new SuiteError(
            ErrorCodes.PortMayBeTaken,
            $"This machine makes outgoing connections from ports {first} to {last}, so that any program can hold port {ports} for a time. Choose ports outside of that range, or reserve them: sysctl -w net.ipv4.ip_local_reserved_ports={reserve}",
            IsWarning: true
        );
    }

    // "32768	60999" in the one file, "8080" or "9000-9010" in the other.
    private static (int First, int Last) ParseRange(string text)
    {
        var ends = text.Split(['-', '\t', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(end => int.Parse(end, CultureInfo.InvariantCulture))
            .ToList();
        return (ends[0], ends[^1]);
    }
}
