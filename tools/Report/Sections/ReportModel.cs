using IntegrationSuite.Report.Records;
using IntegrationSuite.ServiceHost.Client.Results;

namespace IntegrationSuite.Report.Sections;

/// <summary>All that the page shows, as its script reads it.</summary>
/// <param name="Services">Name and title of each service.</param>
/// <param name="CoveragePages">Where ReportGenerator's pages are; null when there are none of this run.</param>
/// <param name="Notes">What could not be read.</param>
internal sealed record ReportModel(
    RunSection Run,
    IReadOnlyList<ReportModel.Service> Services,
    TimelineSection Timeline,
    TestSection Tests,
    FailureSection Failures,
    IReadOnlyList<ContractSection> Contracts,
    CoverageReport? Coverage,
    string? CoveragePages,
    LatencySection? Latency,
    IReadOnlyList<MigrationSection> Migrations,
    MapSection Map,
    ComparisonSection? Comparison,
    IReadOnlyList<string> Notes
)
{
    private const int MostNotes = 50;

    /// <summary>Makes it of what a run left.</summary>
    /// <param name="past">Earlier runs.</param>
    /// <param name="notes">What could not be read.</param>
    /// <param name="kept">What is kept of this run.</param>
    public static ReportModel Of(RunRecords records, PastRuns past, IReadOnlyCollection<string> notes, out PastRun kept)
    {
        var (run, map) = (RunSection.Of(records), MapSection.Of(records));
        kept = PastRun.Of(records, run, map);
        return new(
            run,
            [.. records.State?.Services?.Select(each => new Service(each.Name, each.Title ?? each.Name, each.Url)) ?? []],
            TimelineSection.Of(records),
            TestSection.Of(records),
            FailureSection.Of(records),
            ContractSection.Of(records),
            records.Coverage,
            records.Coverage is not null && records.Run.Has("report/coverage/index.html") ? "coverage/index.html" : null,
            LatencySection.Of(records),
            MigrationSection.Of(records),
            map,
            ComparisonSection.Of(past, kept, Passing(records), records.IsWhole),
            [.. notes.Distinct().Take(MostNotes)]
        );
    }

    private static Dictionary<string, double> Passing(RunRecords records)
    {
        var passing = new Dictionary<string, double>();
        foreach (var (project, test) in records.Projects.SelectMany(project => project.Tests.Select(test => (project.Project, test))))
        {
            if (test.Outcome == "passed")
            {
                passing[$"{project}/{test.FullName}"] = Clock.Milliseconds(test.Duration);
            }
        }

        return passing;
    }

    /// <summary>A service of the manifest.</summary>
    internal sealed record Service(string Name, string Title, string? Url);
}
