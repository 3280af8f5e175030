using System.Text.Json;
using IntegrationSuite.Report.Files;
using IntegrationSuite.Report.Traces;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Results;

namespace IntegrationSuite.Report.Records;

/// <summary>All that a run left, as far as it can be read. A run that was killed left less, and no verdict.</summary>
internal sealed class RunRecords
{
    private const int MostEvents = 100_000;
    private const int MostTraces = 1000;

    private RunRecords(RecordFolder run, RecordFolder results)
    {
        (Run, Results) = (run, results);
        Facts = results.TryReadJson<RunFacts>(RunFacts.FileName);
        Verdict = results.TryReadJson<VerdictRecord>("verdict.json");
        var isOfRun = true;
        Events = [.. run.Lines("run/events.jsonl").Take(MostEvents).Select(ReadEvent).OfType<RunEvent>()];
        if (Events.FirstOrDefault()?.Time > Verdict?.FinishedAt)
        {
            run.Note("run/ is of a later run than results/: services were started again since. What they logged is left out.");
            Events = [];
            isOfRun = false;
        }
        else if (Events.LastOrDefault() is { Kind: RunEventKind.Stopped } last && last.Time < Facts?.StartedAt)
        {
            run.Note("run/ is of an earlier run than results/: no service was started in this one.");
            Events = [];
            isOfRun = false;
        }

        State = isOfRun ? run.TryReadJson<StateRecord>("run/state.json")?.Sound() : null;
        Projects = [.. TestFiles.Read(results)];
        Contracts = ContractFiles.Read(results);
        Coverage = Sound(results.TryReadJson<CoverageReport>(CoverageReport.FileName));
        Latency = Sound(results.TryReadJson<LatencyReport>("latency.json"));
        Operations = new OperationNames(Contracts.SelectMany(service => service.Documented).Select(answer => answer.Operation));
        Links = new TestLinks(results);
        var wanted = Projects
            .SelectMany(project => project.Tests.Where(IsFailure).SelectMany(test => Links.TracesOf(project.Project, test)))
            .Take(MostTraces)
            .ToHashSet();
        Traces = TraceBook.Read(run, isOfRun ? TraceBook.LogsOf(run) : [], Operations, wanted);
    }

    /// <summary>The folder of the run: <c>run/</c> and <c>report/</c> are below it.</summary>
    public RecordFolder Run { get; }

    /// <summary>The folder of results.</summary>
    public RecordFolder Results { get; }

    public RunFacts? Facts { get; }

    public VerdictRecord? Verdict { get; }

    public StateRecord? State { get; }

    public IReadOnlyList<RunEvent> Events { get; }

    public IReadOnlyList<TestResults> Projects { get; }

    public IReadOnlyList<ServiceMatrix> Contracts { get; }

    public CoverageReport? Coverage { get; }

    public LatencyReport? Latency { get; }

    /// <summary>What each test reached.</summary>
    public TestLinks Links { get; }

    /// <summary>Names requests.</summary>
    public OperationNames Operations { get; }

    /// <summary>The requests that the services logged.</summary>
    public TraceBook Traces { get; }

    /// <summary>There is something to tell of.</summary>
    public bool Any => Facts is not null || Verdict is not null || Events.Count > 0 || Projects.Count > 0;

    /// <summary>All tests ran: no outcome is an earlier run's.</summary>
    public bool IsWhole => Facts?.IsWhole == true && Verdict?.UnchangedSince is not { Count: > 0 };

    /// <summary>Reads a run.</summary>
    public static RunRecords Read(string artifacts, string results, List<string> notes) =>
        new(new RecordFolder(artifacts, notes), new RecordFolder(results, notes));

    /// <summary>A service's name in messages.</summary>
    public string TitleOf(string service) => State?.Services?.FirstOrDefault(each => each.Name == service)?.Title ?? service;

    private static bool IsFailure(TestResult test) => test.Outcome == "failed";

    // JSON may lack what a record is never without.
    private static CoverageReport? Sound(CoverageReport? read) =>
        read is { Services: not null }
            ? read with
            {
                Services = [.. read.Services.Where(s => s is { Name: not null, Lines: not null, Branches: not null, Methods: not null })],
            }
            : null;

    private static LatencyReport? Sound(LatencyReport? read) =>
        read is { Operations: not null }
            ? read with
            {
                Operations =
                [
                    .. read.Operations.Where(o => o is { Service: not null, Name: not null, Verdict: not null, OneClient: not null }),
                ],
            }
            : null;

    private RunEvent? ReadEvent(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<RunEvent>(line, ClientJson.Options);
        }
        catch (JsonException)
        {
            Run.Note($"A line of run/events.jsonl was cut short or is malformed: {HarmlessText.OneLine(line, 80)}");
            return null;
        }
    }
}
