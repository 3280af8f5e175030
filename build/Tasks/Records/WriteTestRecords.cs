using System.Globalization;
using System.Text.Json;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Client.Results;
using IntegrationSuite.Tasks.Verdict;
using Microsoft.Build.Framework;

namespace IntegrationSuite.Tasks.Records;

/// <summary>Writes <c>results/tests.json</c>: of each test how it ended and what it rests on. After the services have stopped, when their logs are whole.</summary>
public sealed class WriteTestRecords : SuiteTask
{
    /// <summary>Where the results are.</summary>
    [Required]
    public required string ResultsDirectory { get; set; }

    /// <summary>The test projects that ran, with metadata <c>Concern</c> and <c>Results</c>.</summary>
    public ITaskItem[] TestProjects { get; set; } = [];

    /// <summary>The run's state file: where the logs are.</summary>
    [Required]
    public required string StateFile { get; set; }

    /// <summary>The manifest's path.</summary>
    [Required]
    public required string Manifest { get; set; }

    /// <summary>When the run began (UTC, round-trip format).</summary>
    [Required]
    public required string StartedAt { get; set; }

    /// <inheritdoc />
    protected override void Run()
    {
        var footprints = Directory.EnumerateFiles(ResultsDirectory, "footprints.*.json").SelectMany(Read).ToList();
        var sightings = TraceSightings.Read(RunState.TryRead(StateFile), footprints.SelectMany(each => each.Traces));
        var join = new RecordJoin(footprints, ServiceManifest.Read(Path.GetFullPath(Manifest)).Services, sightings);
        List<TestRecord> ran = [.. TestProjects.SelectMany(project => RecordsOf(project, join))];
        new TestRecords(
            DateTimeOffset.Parse(StartedAt, CultureInfo.InvariantCulture),
            Shared<KeptRecords>() is { } kept ? kept.Complete(ran) : ran
        ).Write(Path.Combine(ResultsDirectory, TestRecords.FileName));
    }

    private static List<TestFootprint> Read(string file) =>
        JsonSerializer.Deserialize<List<TestFootprint>>(File.ReadAllBytes(file), ClientJson.Options)!;

    private IEnumerable<TestRecord> RecordsOf(ITaskItem project, RecordJoin join)
    {
        var name = project.GetMetadata("Results");
        return ProjectResults.Read(ResultsDirectory, name)?.Tests.Select(test => join.Of(test, name, project.GetMetadata("Concern"))) ?? [];
    }
}
