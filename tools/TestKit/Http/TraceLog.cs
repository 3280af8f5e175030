using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.TestKit.Http;

/// <summary>The log lines of all services that belong to one trace.</summary>
public static class TraceLog
{
    private const int LongestLine = 64 * 1024;

    /// <summary>Finds the lines that carry the trace id, in the order of their times.</summary>
    public static IReadOnlyList<TraceLine> Find(RunState state, string traceId) =>
        [
            .. state
                .ServicesAndInstances()
                .Where(s => File.Exists(s.Log))
                .SelectMany(s =>
                    Lines(s.Log)
                        .Where(line => line.Contains(traceId, StringComparison.Ordinal))
                        .Select(line => TraceLine.Read(s.Name, line))
                )
                .OrderBy(line => line.Time),
        ];

    private static IEnumerable<string> Lines(string log)
    {
        // The service still writes to it.
        using var reader = new StreamReader(new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        foreach (var line in BoundedText.Lines(reader, LongestLine))
        {
            yield return line;
        }
    }
}
