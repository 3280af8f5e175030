using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.TestKit.Session;

namespace IntegrationSuite.TestKit.Http;

/// <summary>How far the logs of a test's services had been written when it first turned to them: for services whose lines carry no trace.</summary>
internal sealed class LogMarks
{
    private const int LongestLine = 64 * 1024;

    /// <summary>The last lines say most of a failure; others' tests write to the same log.</summary>
    private const int MostLines = 20;

    private readonly Dictionary<string, (string Log, long Length)> _marks = [];

    /// <summary>Marks a service's log, once. One that runs elsewhere has none here.</summary>
    public void Set(string service)
    {
        if (RunLog(service) is { } log)
        {
            _marks.TryAdd(service, (log, new FileInfo(log).Length));
        }
    }

    /// <summary>What each service has written since its mark, at most the last 20 lines of it.</summary>
    public IReadOnlyList<TraceLine> Since() => [.. _marks.SelectMany(mark => Since(mark.Key, mark.Value.Log, mark.Value.Length))];

    private static string? RunLog(string service) =>
        RunningSuite.TryState()?.Services.FirstOrDefault(each => each.Name == service)?.Log is { } log && File.Exists(log) ? log : null;

    private static IEnumerable<TraceLine> Since(string service, string log, long length)
    {
        // The service still writes to it.
        using var file = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = Math.Min(length, file.Length);
        using var reader = new StreamReader(file);
        return BoundedText.Lines(reader, LongestLine).TakeLast(MostLines).Select(line => TraceLine.Read(service, line)).ToList();
    }
}
