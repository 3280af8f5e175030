using System.Text.Json;
using IntegrationSuite.Report;
using IntegrationSuite.ServiceHost.Client;

namespace Pipeline.Report;

/// <summary>A run that was killed, records that were cut short, and a folder that was downloaded.</summary>
[TestClass]
public sealed class BrokenRecordTests
{
    private readonly PlantedRun _run = new();

    [TestCleanup]
    public void Remove() => _run.Dispose();

    [TestMethod]
    public void A_run_that_was_killed_has_no_verdict_and_shows_what_it_left()
    {
        _run.WithFacts()
            .WithServices()
            .With(
                "run/events.jsonl",
                """
                {"time":"2026-11-29T12:00:01Z","kind":"serviceStarted","service":"orders"}
                {"time":"2026-11-29T12:00:02Z","kind":"serviceHealthy","service":"orders","milliseconds":1000}
                {"time":"2026-11-29T12:00:0
                """
            )
            .With("results/dumps/Shop.crash..dmp_ab12.sequence.log", "STARTED\t0\ta\tFirst\nENDED\t1\ta\tPassed\nSTARTED\t1\tb\tSecond\n");
        var model = _run.Model();
        Assert.IsFalse(model.GetProperty("run").TryGetProperty("verdict", out _));
        Assert.AreEqual("First", model.GetProperty("tests").GetProperty("tests")[0].GetProperty("n").GetString());
        StringAssert.Contains(
            model.GetProperty("tests").GetProperty("projects").ToString(),
            "it was killed, or ended itself while this ran: Second"
        );
        CollectionAssert.AreEqual(new[] { "starting", "up" }, SpansOf(model.GetProperty("timeline").GetProperty("lanes")[0]));
        StringAssert.Contains(model.GetProperty("notes").ToString(), "events.jsonl was cut short");
    }

    [TestMethod]
    public void Services_of_an_earlier_run_are_not_shown_as_those_of_one_that_started_none()
    {
        _run.WithFacts(PlantedRun.Start.AddHours(1))
            .WithServices()
            .With("run/events.jsonl", """{"time":"2026-11-29T12:00:01Z","kind":"stopped"}""" + "\n")
            .WithTest("One");
        var model = _run.Model();
        Assert.AreEqual(0, model.GetProperty("services").GetArrayLength());
        StringAssert.Contains(model.GetProperty("notes").ToString(), "run/ is of an earlier run than results/");
    }

    [TestMethod]
    public void Half_of_a_surrogate_pair_in_a_log_line_leaves_the_others_readable()
    {
        const string trace = "0123456789abcdef0123456789abcdef";
        _run.With(
                "run/logs/orders.log",
                $$"""{"message":"\ud83d","trace_id":"{{trace}}"}""" + "\n" + PlantedRun.Logged(trace, "GET /orders", 200, at: 0, took: 1)
            )
            .WithTest("One");
        Assert.AreEqual(1, _run.Model().GetProperty("map").GetProperty("edges").GetArrayLength());
    }

    [TestMethod]
    public void Of_a_file_of_results_that_was_cut_short_the_tests_before_the_cut_are_shown()
    {
        _run.WithTest("First").WithTest("Second");
        var whole = _run.Trx();
        using var cut = new PlantedRun();
        cut.With("results/Shop.trx", whole[..whole.IndexOf("Second", StringComparison.Ordinal)]);
        var model = cut.Model();
        Assert.AreEqual(1, model.GetProperty("tests").GetProperty("tests").GetArrayLength());
        StringAssert.Contains(model.GetProperty("notes").ToString(), "Shop.trx was cut short or is malformed");
    }

    [TestMethod]
    [DataRow("results/verdict.json")]
    [DataRow("results/run.json")]
    [DataRow("results/coverage.json")]
    [DataRow("results/contracts.json")]
    [DataRow("results/latency.json")]
    [DataRow("run/state.json")]
    [DataRow("report/history.json")]
    public void A_record_that_is_malformed_or_lacks_everything_is_no_reason_to_tell_nothing(string file)
    {
        _run.WithTest("First");
        foreach (
            var content in new[]
            {
                "{",
                "[]",
                "null",
                "{}",
                """{ "services": [null, {}], "operations": [null, {}], "runs": [null, {}], "errors": [null, {}] }""",
            }
        )
        {
            _run.With(file, content);
            Assert.AreEqual(1, _run.Model().GetProperty("tests").GetProperty("tests").GetArrayLength(), content);
        }
    }

    [TestMethod]
    public void A_page_is_made_of_a_downloaded_artifact_whose_run_is_deeper_in_it()
    {
        using var above = new PlantedRun();
        _run.WithVerdict("passed");
        Directory.CreateDirectory(Path.Combine(above.Folder, "artifacts"));
        Directory.Move(_run.Folder, Path.Combine(above.Folder, "artifacts", "integration"));
        Directory.CreateDirectory(_run.Folder);
        Assert.AreEqual(Path.Combine(above.Folder, "artifacts", "integration", "report", "index.html"), RunReport.Write(above.Folder));
    }

    [TestMethod]
    public void A_folder_without_a_run_is_an_error()
    {
        var refused = Assert.ThrowsExactly<SuiteException>(() => RunReport.Write(_run.Folder));
        Assert.AreEqual("SUITE821", refused.Errors[0].Code);
    }

    private static List<string?> SpansOf(JsonElement lane) =>
        [.. lane.GetProperty("spans").EnumerateArray().Select(span => span.GetProperty("what").GetString())];
}
