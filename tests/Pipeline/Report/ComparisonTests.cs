using System.Text.Json;
using IntegrationSuite.ServiceHost.Client.Results;

namespace Pipeline.Report;

/// <summary>What the page says is different from the last run that passed.</summary>
[TestClass]
public sealed class ComparisonTests
{
    private PlantedRun _run = new();

    [TestCleanup]
    public void Remove() => _run.Dispose();

    [TestMethod]
    public void The_first_run_is_compared_with_none() =>
        Assert.IsFalse(Run(day: 1, "passed", test: "Passed").TryGetProperty("comparison", out _));

    [TestMethod]
    public void A_test_that_passed_then_and_fails_now_is_a_new_failure_and_one_that_passes_again_is_mended()
    {
        Run(day: 1, "passed", test: "Passed");
        CollectionAssert.AreEqual(new[] { "Shop/OrderTests.One" }, List(Run(day: 2, "failed", test: "Failed"), "newFailures"));
        var third = Run(day: 3, "passed", test: "Passed");
        CollectionAssert.AreEqual(new[] { "Shop/OrderTests.One" }, List(third, "mended"));
        Assert.IsEmpty(List(third, "newFailures"));
    }

    [TestMethod]
    public void Made_again_the_page_compares_with_the_same_run_and_not_with_itself()
    {
        Run(day: 1, "passed", test: "Passed");
        Run(day: 2, "passed", test: "Passed");
        Assert.AreEqual(Start(1), Run(day: 2, "passed", test: "Passed").GetProperty("comparison").GetProperty("with").GetDouble());
    }

    [TestMethod]
    public void A_run_of_some_tests_is_none_to_compare_with()
    {
        Run(day: 1, "passed", test: "Passed", filter: "One");
        Assert.IsFalse(Run(day: 2, "passed", test: "Passed").GetProperty("comparison").TryGetProperty("with", out _));
    }

    [TestMethod]
    public void Nor_is_one_that_left_out_what_nothing_had_changed_for()
    {
        Run(day: 1, "passed", test: "Passed", unchangedSince: "abc1234");
        Assert.IsFalse(Run(day: 2, "passed", test: "Passed").GetProperty("comparison").TryGetProperty("with", out _));
    }

    [TestMethod]
    public void A_test_that_nothing_had_changed_for_is_none_of_this_run()
    {
        _run.WithVerdict("passed", "abc1234").WithTest("One").WithTest("Two", "NotExecuted", LeftOutTests.Mark);
        var model = _run.Model();
        Assert.AreEqual("One", model.GetProperty("tests").GetProperty("tests").EnumerateArray().Single().GetProperty("n").GetString());
        StringAssert.Contains(model.GetProperty("run").GetProperty("facts").ToString(), "left out: their outcomes are of abc1234");
    }

    [TestMethod]
    public void Less_coverage_and_a_call_that_there_was_not_are_told()
    {
        Run(day: 1, "passed", test: "Passed", covered: 90);
        _run.With("run/logs/orders.log", PlantedRun.Logged(new string('a', 32), "GET /orders", 200, 0, 1));
        var model = Run(day: 2, "passed", test: "Passed", covered: 80);
        var less = model.GetProperty("comparison").GetProperty("lessCovered")[0];
        Assert.AreEqual("orders 90 80", $"{less.GetProperty("what")} {less.GetProperty("then")} {less.GetProperty("now")}");
        CollectionAssert.AreEqual(new[] { "tests → orders" }, List(model, "newCalls"));
    }

    /// <summary>The next run in the same folder.</summary>
    private JsonElement Run(int day, string verdict, string test, string? filter = null, int covered = 90, string? unchangedSince = null)
    {
        var share = $$"""{ "covered": {{covered}}, "total": 100, "percent": {{covered}} }""";
        var next = new PlantedRun()
            .WithFacts(PlantedRun.Start.AddDays(day), filter)
            .WithVerdict(verdict, unchangedSince)
            .WithTest("One", test);
        next.With(
            "results/coverage.json",
            $$"""{ "threshold": 80, "types": ["line"], "services": [{ "service": "orders", "title": "Orders", "passed": true, "lines": {{share}}, "branches": {{share}}, "methods": {{share}} }] }"""
        );
        foreach (
            var kept in new[] { "report/history.json", "run/logs/orders.log" }.Where(file => File.Exists(Path.Combine(_run.Folder, file)))
        )
        {
            next.With(kept, File.ReadAllText(Path.Combine(_run.Folder, kept)));
        }

        _run.Dispose();
        _run = next;
        return _run.Model();
    }

    private static double Start(int day) => (PlantedRun.Start.AddDays(day) - DateTimeOffset.UnixEpoch).TotalMilliseconds;

    private static List<string?> List(JsonElement model, string name) =>
        [.. model.GetProperty("comparison").GetProperty(name).EnumerateArray().Select(each => each.GetString())];
}
