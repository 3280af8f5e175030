using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Microsoft.Testing.Platform.Extensions.Messages;
using ServiceHost.Client;

namespace TestKit.Session;

/// <summary>How each test ended: <c>results/&lt;Project&gt;.json</c>, from which the verdict is made.</summary>
internal sealed class TestLog
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new();

    /// <summary>The test project's name.</summary>
    public static string Project { get; } = Assembly.GetEntryAssembly()!.GetName().Name!;

    /// <summary>Takes note of a test that has ended.</summary>
    public void Add(TestNode node)
    {
        var state = node.Properties.SingleOrDefault<TestNodeStateProperty>();
        var outcome = state switch
        {
            PassedTestNodeStateProperty => "passed",
            SkippedTestNodeStateProperty => "skipped",
            InProgressTestNodeStateProperty or DiscoveredTestNodeStateProperty or null => null,
            _ => "failed",
        };
        if (outcome is not null)
        {
            var milliseconds = node.Properties.SingleOrDefault<TimingProperty>()?.GlobalTiming.Duration.TotalMilliseconds;
            _entries[node.Uid.Value] = new Entry(node.DisplayName, outcome, Math.Round(milliseconds ?? 0, 1), Why(state), outcome == "failed" ? node.Properties.SingleOrDefault<StandardOutputProperty>()?.StandardOutput : null);
        }
    }

    /// <summary>Writes the file.</summary>
    public void Write(string folder, IReadOnlyList<SuiteError> errors)
    {
        var project = Project;
        var tests = _entries.Values.OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        Directory.CreateDirectory(folder);
        File.WriteAllText(
            Path.Combine(folder, project + ".json"),
            JsonSerializer.Serialize(new { project, passed = Count("passed"), failed = Count("failed"), skipped = Count("skipped"), errors, tests }, ClientJson.Indented));

        int Count(string outcome) => tests.Count(t => t.Outcome == outcome);
    }

    private static string? Why(TestNodeStateProperty? state) => state switch
    {
        FailedTestNodeStateProperty failed => failed.Exception?.Message ?? failed.Explanation,
        ErrorTestNodeStateProperty error => error.Exception?.Message ?? error.Explanation,
        TimeoutTestNodeStateProperty timeout => timeout.Exception?.Message ?? timeout.Explanation,
        _ => state?.Explanation,
    };

    private sealed record Entry(string Name, string Outcome, double Milliseconds, string? Message, string? Output);
}
