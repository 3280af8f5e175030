namespace IntegrationSuite.Report.Sections;

/// <summary>What is different from the last run that passed; of tests that failed last time, which are mended.</summary>
/// <param name="With">When that run began.</param>
/// <param name="Commit">Of which commit it was.</param>
/// <param name="NewFailures">Tests that passed then.</param>
/// <param name="Mended">Tests that failed in the run before this one, and pass now.</param>
/// <param name="Slower">Tests and latencies: what, how many milliseconds then and now.</param>
/// <param name="LessCovered">Services: percent of lines then and now.</param>
/// <param name="NewCalls">Between services.</param>
/// <param name="GoneCalls">Between services.</param>
internal sealed record ComparisonSection(
    double? With,
    string? Commit,
    IReadOnlyList<string> NewFailures,
    IReadOnlyList<string> Mended,
    IReadOnlyList<ComparisonSection.Change> Slower,
    IReadOnlyList<ComparisonSection.Change> LessCovered,
    IReadOnlyList<string> NewCalls,
    IReadOnlyList<string> GoneCalls
)
{
    private const int Most = 100;

    // A test is a single measurement: only what nobody can overlook is told.
    private const double SlowerTimes = 2;
    private const double SlowerMilliseconds = 500;

    /// <summary>Compares.</summary>
    /// <returns>Null when there is no earlier run.</returns>
    public static ComparisonSection? Of(PastRuns past, PastRun now, IReadOnlyDictionary<string, double> passing, bool isWhole)
    {
        var (passed, last) = (past.LastPassed(now.StartedAt), past.Last(now.StartedAt));
        if (last is null)
        {
            return null;
        }

        return new(
            passed?.StartedAt,
            passed?.Commit,
            [.. now.Failed.Where(test => passed?.Tests.ContainsKey(test) == true).Take(Most)],
            [.. last.Failed.Where(passing.ContainsKey).Take(Most)],
            [.. Grown(passed?.Tests, passing, SlowerMilliseconds).Concat(Grown(passed?.Latency, now.Latency, 0)).Take(Most)],
            isWhole ? [.. Shrunk(passed?.Coverage, now.Coverage)] : [],
            passed is null ? [] : [.. now.Calls.Except(passed.Calls)],
            passed is null || !isWhole ? [] : [.. passed.Calls.Except(now.Calls)]
        );
    }

    private static IEnumerable<Change> Grown(
        IReadOnlyDictionary<string, double>? then,
        IReadOnlyDictionary<string, double> now,
        double least
    ) =>
        from each in now
        let before = then?.GetValueOrDefault(each.Key) ?? 0
        where before > 0 && each.Value > SlowerTimes * before && each.Value - before > least
        orderby each.Value - before descending
        select new Change(each.Key, before, each.Value);

    private static IEnumerable<Change> Shrunk(IReadOnlyDictionary<string, double>? then, IReadOnlyDictionary<string, double> now) =>
        from each in now
        let before = then?.GetValueOrDefault(each.Key) ?? 0
        where before > each.Value
        select new Change(each.Key, before, each.Value);

    /// <summary>A figure that got worse.</summary>
    internal sealed record Change(string What, double Then, double Now);
}
