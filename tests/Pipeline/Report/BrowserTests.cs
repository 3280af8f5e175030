using System.Text.RegularExpressions;
using IntegrationSuite.ServiceHost.Client;

namespace Pipeline.Report;

/// <summary>The page as a browser shows it that opens the file.</summary>
[TestClass]
public sealed partial class BrowserTests
{
    private const string Trace = "0123456789abcdef0123456789abcdef";

    // It would show itself in the title.
    private const string Script = "</script><script>document.title='run'</script><img src=x onerror=document.title='run'>";

    private readonly PlantedRun _run = new PlantedRun().WithServices().WithFacts();

    [TestCleanup]
    public void Remove() => _run.Dispose();

    [TestMethod]
    public async Task A_failure_is_told_with_its_culprit_and_the_console_has_nothing_to_say()
    {
        _run.WithVerdict("failed")
            .With("run/logs/mail.log", PlantedRun.Logged(Trace, "POST /letters", 500, at: 20, took: 50))
            .WithTest("An_order_is_kept", "Failed", "Expected 201", $"Trace {Trace}, as the services logged it:");
        var (page, console) = await OpenAsync();
        StringAssert.Contains(page, "✗ Failed: 0 passed, 1 failed, 0 skipped");
        StringAssert.Contains(page, "Mail Service · <code>POST /letters</code>");
        Assert.AreEqual("", console);
    }

    [TestMethod]
    public async Task No_script_runs_but_the_pages_own_and_no_element_is_made_of_what_a_test_or_service_wrote()
    {
        _run.WithVerdict("failed", new SuiteError("SUITE301", Script))
            .With("run/logs/orders.log", PlantedRun.Logged(Trace, $"GET /{Script}", 500, at: 0, took: 1) + $"{Script} {Trace}\n")
            .With("results/latency.orders.svg", $"<svg xmlns='http://www.w3.org/2000/svg'><script>document.title='run'</script></svg>")
            .WithTest(Script, "Failed", Script, $"{Script}\nTrace {Trace}, as the services logged it:");
        var (page, console) = await OpenAsync();
        StringAssert.Contains(page, "<title>✗ Failed: integration test</title>");
        StringAssert.Contains(page, "&lt;img src=x");
        Assert.HasCount(0, Image().Matches(page));
        Assert.AreEqual("", console);
    }

    [TestMethod]
    public async Task A_run_that_was_killed_is_shown_without_a_verdict()
    {
        _run.WithTest("One");
        var (page, console) = await OpenAsync();
        StringAssert.Contains(page, "✗ No verdict: 1 passed, 0 failed, 0 skipped");
        Assert.AreEqual("", console);
    }

    [TestMethod]
    public async Task Five_thousand_tests_are_listed_by_project_and_made_when_they_are_opened()
    {
        _run.WithVerdict("passed");
        foreach (var number in Enumerable.Range(0, 5000))
        {
            _run.WithTest($"Test_{number}");
        }

        var (page, console) = await OpenAsync();
        StringAssert.Contains(page, "Tests (5000)");
        Assert.HasCount(0, TestLink().Matches(page));
        Assert.AreEqual("", console);
    }

    private Task<(string Page, string Console)> OpenAsync()
    {
        _run.Model();
        return Browser.OpenAsync(_run.Page);
    }

    // Data and script of the page name neither as an element.
    [GeneratedRegex(@"<img src=(""x""|x)")]
    private static partial Regex Image();

    [GeneratedRegex(@"<a href=""#test=")]
    private static partial Regex TestLink();
}
