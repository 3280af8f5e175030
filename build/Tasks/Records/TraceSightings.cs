using System.Text.RegularExpressions;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.Tasks.Records;

/// <summary>Which services logged which traces, in whatever form their lines have.</summary>
internal sealed partial class TraceSightings
{
    private const int LongestLine = 64 * 1024;

    private readonly Dictionary<string, SortedSet<string>> _services;

    private TraceSightings(IEnumerable<string> traces) =>
        _services = traces.Distinct().ToDictionary(trace => trace, _ => new SortedSet<string>(StringComparer.Ordinal));

    /// <summary>Reads the logs of a run that is over, those of second instances too.</summary>
    /// <param name="run">The run; null when nothing tells of one.</param>
    /// <param name="traces">The traces of its tests.</param>
    public static TraceSightings Read(RunState? run, IEnumerable<string> traces)
    {
        var sightings = new TraceSightings(traces);
        var folders = (run?.Services ?? []).Select(service => Path.GetDirectoryName(service.Log)!).Distinct().Where(Directory.Exists);
        foreach (var log in folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.log")))
        {
            sightings.ReadLog(log);
        }

        return sightings;
    }

    /// <summary>The services that logged one of them.</summary>
    public IEnumerable<string> ServicesOf(IEnumerable<string> traces) =>
        traces.SelectMany(trace => _services.TryGetValue(trace, out var services) ? services : []).Distinct();

    private void ReadLog(string log)
    {
        var service = ServiceState.FirstOf(Path.GetFileNameWithoutExtension(log));
        var known = _services.GetAlternateLookup<ReadOnlySpan<char>>();
        using var reader = new StreamReader(new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        foreach (var line in BoundedText.Lines(reader, LongestLine))
        {
            foreach (var match in TraceId().EnumerateMatches(line))
            {
                if (known.TryGetValue(line.AsSpan(match.Index, match.Length), out var services))
                {
                    services.Add(service);
                }
            }
        }
    }

    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex TraceId();
}
