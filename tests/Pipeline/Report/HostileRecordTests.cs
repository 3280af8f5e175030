using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Report;

/// <summary>What tests and services wrote is shown and never obeyed, and the page stays small.</summary>
[TestClass]
public sealed partial class HostileRecordTests
{
    private const string Trace = "0123456789abcdef0123456789abcdef";
    private const string Markup = "</script><script>alert(1)</script><!--<img src=x onerror=alert(2)>";

    private readonly PlantedRun _run = new();

    [TestCleanup]
    public void Remove() => _run.Dispose();

    [TestMethod]
    public void Markup_in_names_messages_and_logs_comes_as_data_and_the_page_has_no_script_but_its_own()
    {
        _run.WithVerdict("failed", new IntegrationSuite.ServiceHost.Client.SuiteError("SUITE300", Markup))
            .WithTest(
                Markup,
                "Failed",
                Markup,
                $"{Markup}\nBroke at orders: GET /{Markup} → 200.\nTrace {Trace}, as the services logged it:"
            )
            .With("run/logs/orders.log", PlantedRun.Logged(Trace, $"GET /{Markup}", 500, at: 0, took: 1) + $"{Markup} {Trace}\n");
        var model = _run.Model();
        Assert.AreEqual(Markup, model.GetProperty("tests").GetProperty("tests")[0].GetProperty("n").GetString());
        var page = File.ReadAllText(_run.Page);
        Assert.AreEqual(2, Regex.Count(page, "<script"), "the data and the page's own");
        Assert.DoesNotContain("<img", page);
    }

    [TestMethod]
    public void The_policy_lets_nothing_run_but_the_script_and_the_style_of_the_page_and_nothing_be_fetched()
    {
        _run.WithVerdict("passed").Model();
        var page = File.ReadAllText(_run.Page);
        var policy = Policy().Match(page).Groups["policy"].Value;
        StringAssert.StartsWith(policy, "default-src 'none'; script-src 'sha256-");
        StringAssert.Contains(policy, HashOf(Script().Match(page)));
        StringAssert.Contains(policy, HashOf(Style().Match(page)));
        Assert.DoesNotContain("http://", policy);
        Assert.DoesNotContain("https://", policy);
        Assert.DoesNotContain("unsafe", policy);
    }

    [TestMethod]
    public void Control_characters_and_those_that_turn_the_direction_of_text_are_shown_as_signs()
    {
        _run.WithVerdict("failed").WithTest("a\u202Eb", "Failed", "red: \u009B31m");
        var model = _run.Model().ToString();
        Assert.DoesNotContain("\u202E", model);
        Assert.DoesNotContain("\u009B", model);
    }

    [TestMethod]
    public void Lines_of_a_million_characters_and_thousands_of_failures_do_not_make_the_page_large()
    {
        var large = new string('x', 1 << 20);
        _run.WithVerdict("failed").With("run/logs/orders.log", string.Concat(Enumerable.Repeat($"{Trace} {large}\n", 20)));
        foreach (var number in Enumerable.Range(0, 3000))
        {
            _run.WithTest($"Test_{number}", "Failed", large[..3000], $"Trace {Trace}, as the services logged it:");
        }

        _run.Model();
        Assert.IsLessThan(3 << 20, new FileInfo(_run.Page).Length);
    }

    [TestMethod]
    public void Five_thousand_tests_that_passed_take_less_than_two_megabytes()
    {
        _run.WithVerdict("passed");
        foreach (var number in Enumerable.Range(0, 5000))
        {
            _run.WithTest($"A_test_of_a_usual_name_which_says_what_it_is_about_and_has_a_row_of_data ({number}, \"some text\")");
        }

        Assert.AreEqual(5000, _run.Model().GetProperty("tests").GetProperty("tests").GetArrayLength());
        Assert.IsLessThan(2 << 20, new FileInfo(_run.Page).Length);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void A_link_out_of_the_folder_is_not_followed_and_said()
    {
        var outside = Path.GetTempFileName();
        File.WriteAllText(outside, """{ "verdict": "passed" }""");
        _run.WithTest("One");
        _run.With("results/run.json", "{}");
        File.CreateSymbolicLink(Path.Combine(_run.Folder, "results", "verdict.json"), outside);
        var model = _run.Model();
        Assert.IsFalse(model.GetProperty("run").TryGetProperty("verdict", out _));
        StringAssert.Contains(model.GetProperty("notes").ToString(), "verdict.json is a link");
        File.Delete(outside);
    }

    [TestMethod]
    public void A_figure_beyond_all_numbers_leaves_the_rest_readable()
    {
        _run.WithVerdict("failed").WithTest("One", "Failed", "500");
        _run.With(
            "results/latency.json",
            """{ "operations": [{ "service": "orders", "operation": "GET /a", "thresholdMs": 1e999, "verdict": "passed", "oneClient": { "p95": 1e999 } }] }"""
        );
        _run.With("run/logs/orders.log", PlantedRun.Logged(Trace, "GET /a", 200, at: 0, took: 1).Replace("\"1\"", "1e999"));
        Assert.AreEqual(1, _run.Model().GetProperty("tests").GetProperty("tests").GetArrayLength());
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void A_folder_on_the_way_to_a_run_that_is_a_link_is_not_followed()
    {
        using var outside = new PlantedRun().With("integration/results/verdict.json", """{ "verdict": "passed" }""");
        Directory.CreateSymbolicLink(Path.Combine(_run.Folder, "artifacts"), outside.Folder);
        var refused = Assert.ThrowsExactly<IntegrationSuite.ServiceHost.Client.SuiteException>(() => _run.Model());
        Assert.AreEqual("SUITE821", refused.Errors[0].Code);
    }

    [TestMethod]
    [DataRow("report")]
    [DataRow("report/index.html")]
    [DataRow("report/index.html.part")]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void Nothing_is_written_through_a_link(string link)
    {
        using var outside = new PlantedRun();
        _run.WithVerdict("passed");
        var path = Path.Combine(_run.Folder, link);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.CreateSymbolicLink(path, Path.Combine(outside.Folder, "written"));
        var refused = Assert.ThrowsExactly<IntegrationSuite.ServiceHost.Client.SuiteException>(() => _run.Model());
        Assert.AreEqual("SUITE820", refused.Errors[0].Code);
        Assert.IsEmpty(Directory.GetFileSystemEntries(outside.Folder));
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void Results_that_are_a_link_are_not_read()
    {
        using var outside = new PlantedRun().With("verdict.json", """{ "verdict": "passed" }""");
        _run.With("run/events.jsonl", """{"time":"2026-11-29T12:00:01Z","kind":"ready"}""" + "\n");
        Directory.CreateSymbolicLink(Path.Combine(_run.Folder, "results"), outside.Folder);
        Assert.IsFalse(_run.Model().GetProperty("run").TryGetProperty("verdict", out _));
    }

    private static string HashOf(Match found) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(found.Groups["text"].Value)))}'";

    [GeneratedRegex(@"Content-Security-Policy"" content=""(?<policy>[^""]*)""")]
    private static partial Regex Policy();

    [GeneratedRegex(@"<script>(?<text>.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex(@"<style>(?<text>.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}
