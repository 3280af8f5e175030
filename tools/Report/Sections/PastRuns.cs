using IntegrationSuite.Report.Records;

namespace IntegrationSuite.Report.Sections;

/// <summary>What is kept of earlier runs to compare with: <c>report/history.json</c>.</summary>
/// <param name="Runs">The newest last.</param>
internal sealed record PastRuns(IReadOnlyList<PastRun> Runs)
{
    /// <summary>The file's name in the folder of reports.</summary>
    public const string FileName = "history.json";

    private const int MostOfAKind = 2;

    /// <summary>Without what was cut short.</summary>
    public PastRuns Sound() => new([.. Runs?.Where(run => run?.IsSound == true) ?? []]);

    /// <summary>With this run, in place of itself if it is told of a second time.</summary>
    public PastRuns With(PastRun run)
    {
        var others = Runs.Where(each => each.StartedAt != run.StartedAt).Append(run).OrderBy(each => each.StartedAt).ToList();
        return new PastRuns([
            .. others
                .Where(each => each.Passed)
                .TakeLast(MostOfAKind)
                .Concat(others.Where(each => !each.Passed).TakeLast(MostOfAKind))
                .OrderBy(each => each.StartedAt),
        ]);
    }

    /// <summary>The last run before one that passed with all its tests.</summary>
    public PastRun? LastPassed(double before) => Runs.LastOrDefault(run => run.Passed && run.StartedAt < before);

    /// <summary>The last run before one, however it ended.</summary>
    public PastRun? Last(double before) => Runs.LastOrDefault(run => run.StartedAt < before);
}

/// <summary>An earlier run.</summary>
/// <param name="StartedAt">When it began.</param>
/// <param name="Commit">Of which commit.</param>
/// <param name="Passed">It passed, with all its tests.</param>
/// <param name="Failed">The tests that failed.</param>
/// <param name="Tests">How long each test took that passed, in milliseconds; only of a run that passed.</param>
/// <param name="Coverage">Percent of lines by service.</param>
/// <param name="Calls">Which service called which: <c>orders → mail</c>.</param>
/// <param name="Latency">The 95th percentile by operation, in milliseconds.</param>
internal sealed record PastRun(
    double StartedAt,
    string? Commit,
    bool Passed,
    IReadOnlyList<string> Failed,
    IReadOnlyDictionary<string, double> Tests,
    IReadOnlyDictionary<string, double> Coverage,
    IReadOnlyList<string> Calls,
    IReadOnlyDictionary<string, double> Latency
)
{
    /// <summary>What is kept of this run.</summary>
    public static PastRun Of(RunRecords records, RunSection run, MapSection map)
    {
        var passed = run.Verdict == "passed" && records.IsWhole;
        var tests = records.Projects.SelectMany(project =>
            project.Tests.Select(test => (Name: $"{project.Project}/{test.FullName}", test))
        );
        return new PastRun(
            run.StartedAt ?? 0,
            records.Facts?.Commit,
            passed,
            [.. tests.Where(each => each.test.Outcome == "failed").Select(each => each.Name)],
            Dictionary(
                passed ? tests.Where(each => each.test.Outcome == "passed") : [],
                t => t.Name,
                t => t.test.Duration.TotalMilliseconds
            ),
            Dictionary(records.Coverage?.Services ?? [], service => service.Name, service => service.Lines.Percent),
            [.. map.Edges.Select(edge => $"{edge.From} → {edge.To}")],
            Dictionary(records.Latency?.Operations ?? [], o => $"{o.Service} {o.Name}", o => o.OneClient.P95)
        );
    }

    /// <summary>JSON may lack what a record is never without.</summary>
    internal bool IsSound => this is { Failed: not null, Tests: not null, Coverage: not null, Calls: not null, Latency: not null };

    // A name may come twice: of a test that ran again, the last time counts.
    private static Dictionary<string, double> Dictionary<T>(IEnumerable<T> of, Func<T, string> key, Func<T, double> value)
    {
        var found = new Dictionary<string, double>();
        foreach (var each in of.Where(each => double.IsFinite(value(each))))
        {
            found[key(each)] = Clock.Rounded(value(each));
        }

        return found;
    }
}
