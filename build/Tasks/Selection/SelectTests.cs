using System.Globalization;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Client.Results;
using IntegrationSuite.Tasks.Contracts;
using IntegrationSuite.Tasks.Coverage;
using IntegrationSuite.Tasks.Records;
using IntegrationSuite.Tasks.Selection.Fingerprints;
using IntegrationSuite.Tasks.Services;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace IntegrationSuite.Tasks.Selection;

/// <summary>Finds out which tests need not run, as nothing that they rest on has changed since a run that is kept.</summary>
public sealed class SelectTests : LaunchTask
{
    /// <summary>Where results are.</summary>
    [Required]
    public required string ResultsDirectory { get; set; }

    /// <summary>The test projects, with metadata <c>Results</c>, <c>Concern</c>, <c>Kind</c> and <c>Assembly</c>.</summary>
    [Required]
    public required ITaskItem[] TestProjects { get; set; }

    /// <summary><c>all</c> or <c>changed</c>.</summary>
    public string Selection { get; set; } = "all";

    /// <summary>Where runs are kept; empty: in this user's cache, if <see cref="Selection"/> asks for it.</summary>
    public string Cache { get; set; } = "";

    /// <summary>After so many days all tests run.</summary>
    public string Days { get; set; } = "7";

    /// <summary>The filter of tests, when one was given: then nothing is left out, and nothing kept.</summary>
    public string Filter { get; set; } = "";

    /// <summary>Services' figures are judged in this run: their coverage, or their contracts.</summary>
    public bool Gated { get; set; }

    /// <summary>Coverage is among them.</summary>
    public bool MeasuresCoverage { get; set; }

    /// <summary>The version of the .NET SDK.</summary>
    public string Sdk { get; set; } = "";

    /// <summary>The projects in the order in which they run, with metadata <c>LeftOut</c>, the file of the tests that need not, and <c>Runs</c>, <c>false</c> when none of its tests need.</summary>
    [Output]
    public ITaskItem[] Ordered { get; set; } = [];

    /// <summary>No test need run.</summary>
    [Output]
    public bool NothingToRun { get; set; }

    /// <inheritdoc />
    protected override void Run()
    {
        Ordered = TestProjects;
        var manifest = ServiceManifest.Read(Path.GetFullPath(Manifest));
        Share(TestedBinaries.Of(manifest, Assemblies, ParseUrls().Keys));
        var longest = TimeSpan.FromDays(ParseDays());
        var isSelective = Selection switch
        {
            "changed" => true,
            "all" or "" => false,
            _ => throw BadValue("IntegrationTestSelection", Selection, "'all' or 'changed'"),
        };
        if ((!isSelective && Cache.Length == 0) || WhyNot() is { } why && Tell(isSelective, why))
        {
            return;
        }

        var run = new RunUnderTest(manifest, Assemblies, TestProjects);
        var now = run.Describe(Surroundings());
        var store = new BaselineStore(BaselineStore.Open(Cache), run.KindOf($"{Gated} {MeasuresCoverage}"));
        var kept = isSelective ? store.Read().ToList() : [];
        var choice = BaselineChoice.Of(kept, now, manifest.Services, Gated, longest);
        Tell(isSelective && choice.WhyNone is not null, choice.WhyNone);
        Begin(new SelectedRun(now, store, choice.Baseline, choice.Plan), kept.FirstOrDefault());
    }

    private double ParseDays() =>
        double.TryParse(Days, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= 365
            ? days
            : throw BadValue("IntegrationTestSelectionDays", Days, "a number of days above 0, at most 365");

    private string? WhyNot() =>
        Filter.Length > 0 ? "a filter says which"
        : !string.IsNullOrWhiteSpace(ServiceUrls) ? "nobody knows what runs at ServiceUrls"
        : null;

    private bool Tell(bool isAsked, string? why)
    {
        if (isAsked)
        {
            Say($"– All tests run: {why}");
        }

        return true;
    }

    private Dictionary<string, string> Surroundings() =>
        new()
        {
            ["the suite"] = Frame.OfSuite(ServiceHost),
            ["the .NET SDK"] = Sdk,
            ["the operating system"] = Frame.OfSystem(),
            ["PostgreSQL"] = Frame.OfPostgres(PostgresConnectionString),
            ["IntegrationTestGates"] = Gates ?? "",
        };

    private void Begin(SelectedRun run, Baseline? last)
    {
        var (fresh, before) = (run.Plan?.Fresh, run.Before);
        Share(run);
        Share(new KeptRecords(run.Plan?.LeftOut ?? [], before?.Name ?? ""));
        Share(new Kept<ServiceMatrix>(matrix => matrix.Service, fresh, before?.Contracts ?? []));
        Share(new Kept<KeptCoverage>(kept => kept.Figures.Service, fresh, before?.Coverage ?? []));
        Share(new Kept<SuiteError>(warning => warning.Service, fresh, before?.Warnings ?? []));
        if (run.Plan is { } plan)
        {
            NothingToRun = plan.Run.Count == 0 && plan.Fresh.Count == 0; // a service that no test rests on is measured all the same
            Say(Summary(plan, before!));
            TestProjects.ToList().ForEach(project => LeaveOut(project, plan, before!));
        }

        if (NothingToRun)
        {
            Share(new ServiceGates(before!.Gates));
        }

        // What failed the last time first, then what reaches something that changed.
        var rank = (run.Plan?.Run ?? last?.Tests ?? [])
            .GroupBy(test => test.Project)
            .ToDictionary(
                tests => tests.Key,
                tests =>
                    tests.Any(SelectionPlan.IsOpen) ? 0
                    : tests.Any(test => test.Unknown is null) ? 1
                    : 2
            );
        Ordered = [.. TestProjects.OrderBy(project => rank.GetValueOrDefault(project.GetMetadata("Results"), 2))];
    }

    private static string Summary(SelectionPlan plan, Baseline before) =>
        plan.Run.Count == 0 && plan.Fresh.Count == 0
            ? $"– No test needs to run: nothing has changed since {before.Name}"
            : $"– {plan.Run.Count} of {plan.Run.Count + plan.LeftOut.Count} tests run, those that rest on {NameList.Of([.. plan.Fresh.Order(StringComparer.Ordinal)])}; the others stand since {before.Name}";

    private void LeaveOut(ITaskItem project, SelectionPlan plan, Baseline before)
    {
        var name = project.GetMetadata("Results");
        var keys = plan
            .LeftOut.Where(test => test.Project == name)
            .Select(test => test.Key)
            .Except(plan.Run.Select(test => test.Key))
            .ToHashSet();
        var file = Path.Combine(Path.GetFullPath(ResultsDirectory), $"left-out.{name}.txt");
        new LeftOutTests(before.Name, keys).Write(file);
        project.SetMetadata("LeftOut", keys.Count > 0 ? file : "");
        project.SetMetadata("Runs", plan.Run.Any(test => test.Project == name) ? "" : "false");
    }
}
