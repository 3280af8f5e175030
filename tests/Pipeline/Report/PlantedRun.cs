using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using IntegrationSuite.Report;
using IntegrationSuite.ServiceHost.Client;

namespace Pipeline.Report;

/// <summary>A folder as a run leaves it, of hand-made records.</summary>
internal sealed partial class PlantedRun : IDisposable
{
    /// <summary>When it began.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    private readonly List<string> _tests = [];
    private readonly List<string> _definitions = [];

    /// <summary>Its path.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("report-").FullName;

    /// <summary>The page's path.</summary>
    public string Page => Path.Combine(Folder, "report", "index.html");

    /// <summary>Writes one of its files.</summary>
    public PlantedRun With(string file, string content)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return this;
    }

    /// <summary>A verdict, of a run that took a minute.</summary>
    public PlantedRun WithVerdict(string verdict, params SuiteError[] errors) => WithVerdict(verdict, unchangedSince: null, errors);

    /// <summary>The verdict of a run that left tests out.</summary>
    public PlantedRun WithVerdict(string verdict, string? unchangedSince, params SuiteError[] errors) =>
        With(
            "results/verdict.json",
            JsonSerializer.Serialize(
                new
                {
                    verdict,
                    startedAt = Start,
                    finishedAt = Start.AddMinutes(1),
                    unchangedSince = unchangedSince is null ? [] : new[] { unchangedSince },
                    errors,
                },
                ClientJson.Options
            )
        );

    /// <summary>What ran, when.</summary>
    public PlantedRun WithFacts(DateTimeOffset? start = null, string? filter = null) =>
        With(
            "results/run.json",
            JsonSerializer.Serialize(
                new
                {
                    startedAt = start ?? Start,
                    filter,
                    commit = "0123456789abcdef",
                    branch = "main",
                    machine = "vm",
                },
                ClientJson.Options
            )
        );

    /// <summary>The services <c>orders</c> and <c>mail</c>.</summary>
    public PlantedRun WithServices() =>
        With(
            "run/state.json",
            """{ "runId": "x", "phase": "stopped", "services": [{ "name": "orders", "title": "Orders Service", "phase": "stopped" }, { "name": "mail", "title": "Mail Service", "phase": "stopped" }] }"""
        );

    /// <summary>A test of the project <c>Shop</c>.</summary>
    public PlantedRun WithTest(string name, string outcome = "Passed", string? message = null, string? output = null, string? stack = null)
    {
        var (number, start) = (_tests.Count, Start.AddMilliseconds(10 * _tests.Count));
        _definitions.Add(
            $"<UnitTest id='{number}'><TestMethod className='Shop.OrderTests' codeBase='/src/tests/Shop/bin/Debug/net10.0/Shop.dll'/></UnitTest>"
        );
        _tests.Add(
            $"<UnitTestResult testId='{number}' testName='{Escape(name)}' outcome='{outcome}' duration='00:00:00.0100000' startTime='{start:o}'><Output><StdOut>{Escape(output)}</StdOut><ErrorInfo><Message>{Escape(message)}</Message><StackTrace>{Escape(stack)}</StackTrace></ErrorInfo></Output></UnitTestResult>\n"
        );
        return this;
    }

    /// <summary>A request that a service logged, in JSON.</summary>
    /// <param name="at">When it began, in milliseconds after <see cref="Start"/>.</param>
    public static string Logged(string trace, string operation, int status, int at, int took) =>
        JsonSerializer.Serialize(
            new
            {
                time = Start.AddMilliseconds(at + took),
                level = "Information",
                trace_id = trace,
                message = operation,
                method = operation.Split(' ')[0],
                path = operation.Split(' ')[1],
                status = $"{status}",
                milliseconds = $"{took}",
            }
        ) + "\n";

    /// <summary>Makes the page.</summary>
    /// <returns>What its script reads.</returns>
    public JsonElement Model()
    {
        if (_tests.Count > 0)
        {
            With("results/Shop.trx", Trx());
        }

        Assert.AreEqual(Page, RunReport.Write(Folder));
        return JsonDocument.Parse(Block().Match(File.ReadAllText(Page)).Groups["json"].Value).RootElement;
    }

    /// <summary>The file of results of its tests.</summary>
    public string Trx() =>
        $"<TestRun xmlns='http://microsoft.com/schemas/VisualStudio/TeamTest/2010'><Results>{string.Concat(_tests)}</Results><TestDefinitions>{string.Concat(_definitions)}</TestDefinitions></TestRun>";

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Escape(string? text) => WebUtility.HtmlEncode(text ?? "");

    [GeneratedRegex(@"<script type=""application/json"" id=""model"">(?<json>.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Block();
}
