using System.Text.Json;

namespace Pipeline.Report;

/// <summary>What the page tells of a test that failed.</summary>
[TestClass]
public sealed class FailureTests
{
    private const string Trace = "0123456789abcdef0123456789abcdef";
    private const string Shown = $"Trace {Trace}, as the services logged it:\n[orders] …";

    private readonly PlantedRun _run = new PlantedRun().WithVerdict("failed").WithServices();

    [TestCleanup]
    public void Remove() => _run.Dispose();

    [TestMethod]
    public void A_failure_is_told_with_its_message_line_step_and_the_request_to_repeat()
    {
        _run.WithTest(
            "An_order_is_kept",
            "Failed",
            "orders: POST /orders broke its contract with status 201:\n  body.id: a UUID\nRepeat: curl -i -X POST 'http://127.0.0.1:1/orders'",
            "Broke in step 2, \"the order is paid\" at orders: POST /orders → 201.\n" + Shown,
            "   at IntegrationSuite.TestKit.X() in /src/tools/X.cs:line 5\n   at Shop.OrderTests.An_order_is_kept() in /src/tests/Shop/OrderTests.cs:line 17"
        );
        var failure = OnlyFailure();
        Assert.AreEqual("/src/tests/Shop/OrderTests.cs", failure.GetProperty("file").GetString());
        Assert.AreEqual(17, failure.GetProperty("line").GetInt32());
        Assert.AreEqual("Broke in step 2, \"the order is paid\" at orders: POST /orders → 201.", failure.GetProperty("step").GetString());
        Assert.AreEqual("curl -i -X POST 'http://127.0.0.1:1/orders'", failure.GetProperty("curl").GetString());
        Assert.AreEqual(Trace, failure.GetProperty("trace").GetString());
    }

    [TestMethod]
    public void Its_trace_shows_who_called_whom_with_the_lines_that_were_logged()
    {
        _run.With("run/logs/orders.log", PlantedRun.Logged(Trace, "POST /orders", 503, at: 0, took: 100));
        _run.With("run/logs/mail.log", PlantedRun.Logged(Trace, "POST /letters/17", 500, at: 20, took: 50));
        _run.WithTest("An_order_is_kept", "Failed", "503", Shown);
        var failure = OnlyFailure();
        var calls = failure.GetProperty("calls").EnumerateArray().ToList();
        CollectionAssert.AreEqual(
            new[] { "orders POST /orders 503 0", "mail POST /letters/{id} 500 1" },
            calls
                .Select(call =>
                    $"{call.GetProperty("log")} {call.GetProperty("operation")} {call.GetProperty("status")} {call.GetProperty("depth")}"
                )
                .ToList()
        );
        Assert.HasCount(2, failure.GetProperty("lines").EnumerateArray().ToList());
    }

    [TestMethod]
    public void Of_a_fault_that_was_passed_on_the_service_that_broke_is_the_culprit_of_all_its_tests()
    {
        _run.With("run/logs/orders.log", PlantedRun.Logged(Trace, "POST /orders", 503, at: 0, took: 100));
        _run.With("run/logs/mail.log", PlantedRun.Logged(Trace, "POST /letters", 500, at: 20, took: 50));
        _run.WithTest("One", "Failed", "503", Shown).WithTest("Two", "Failed", "503 too", Shown);
        var groups = Groups();
        Assert.HasCount(1, groups);
        Assert.AreEqual("mail", groups[0].GetProperty("culprit").GetProperty("service").GetString());
        Assert.AreEqual("POST /letters", groups[0].GetProperty("culprit").GetProperty("operation").GetString());
    }

    [TestMethod]
    public void Without_a_fault_in_its_trace_the_last_request_of_the_test_is_suspected_by_its_operation()
    {
        _run.With(
            "results/contracts.Shop.json",
            """{ "services": [{ "service": "orders", "documented": [{ "operation": "GET /orders/{order}", "status": 200, "count": 1 }], "undocumented": [], "keywords": [] }] }"""
        );
        _run.WithTest("One", "Failed", "expected 2, was 3", "Broke at orders: GET /orders/a?x=1 → 200.");
        var culprit = Groups().Single().GetProperty("culprit");
        Assert.AreEqual("orders", culprit.GetProperty("service").GetString());
        Assert.AreEqual("GET /orders/{order}", culprit.GetProperty("operation").GetString());
    }

    [TestMethod]
    public void What_failed_after_a_service_died_is_that_services_fault()
    {
        _run.With(
            "run/events.jsonl",
            """{"time":"2026-11-29T12:00:01Z","kind":"serviceDied","service":"mail","error":{"code":"SUITE207","message":"It died."}}"""
                + "\n"
        );
        _run.WithTest("One", "Failed", "mail: error SUITE207: It died.", "Broke at orders: GET /orders → 503.");
        Assert.AreEqual("mail", Groups().Single().GetProperty("culprit").GetProperty("service").GetString());
    }

    [TestMethod]
    public void Of_several_that_died_the_one_that_the_message_names_is_at_fault()
    {
        _run.With(
            "run/events.jsonl",
            """
            {"time":"2026-11-29T12:00:01Z","kind":"serviceDied","service":"mail"}
            {"time":"2026-11-29T12:00:02Z","kind":"serviceDied","service":"orders~2"}

            """
        );
        _run.WithTest("One", "Failed", "orders: error SUITE207: It died.");
        Assert.AreEqual("orders", Groups().Single().GetProperty("culprit").GetProperty("service").GetString());
    }

    [TestMethod]
    [DataRow("V2__add_totals.sql")]
    [DataRow("000002_add_totals.up.sql")]
    public void A_migration_that_does_not_keep_a_rule_is_the_culprit(string file)
    {
        _run.WithTest($"orders, {file}: rows survive a migration", "Failed", "gone");
        var model = _run.Model();
        var culprit = model.GetProperty("failures").GetProperty("groups")[0].GetProperty("culprit");
        Assert.AreEqual($"orders {file}", $"{culprit.GetProperty("service")} {culprit.GetProperty("operation")}");
        var proof = model.GetProperty("migrations")[0].GetProperty("files")[0].GetProperty("proofs")[0];
        Assert.AreEqual("rows survive a migration f", $"{proof.GetProperty("rule")} {proof.GetProperty("outcome")}");
    }

    [TestMethod]
    public void Where_the_build_recorded_a_tests_traces_it_need_not_have_printed_any()
    {
        _run.With("run/logs/mail.log", PlantedRun.Logged(Trace, "POST /letters", 500, at: 20, took: 50));
        _run.With(
            "results/tests.json",
            $$"""{ "tests": [{ "project": "Shop", "className": "Shop.OrderTests", "name": "One", "services": ["mail"], "traces": ["{{Trace}}"] }] }"""
        );
        _run.WithTest("One", "Failed", "500");
        var model = _run.Model();
        Assert.AreEqual("mail", model.GetProperty("tests").GetProperty("tests")[0].GetProperty("s").GetString());
        Assert.AreEqual(
            "mail",
            model.GetProperty("failures").GetProperty("groups")[0].GetProperty("culprit").GetProperty("service").GetString()
        );
    }

    private List<JsonElement> Groups() => [.. _run.Model().GetProperty("failures").GetProperty("groups").EnumerateArray()];

    private JsonElement OnlyFailure() => Groups().Single().GetProperty("failures").EnumerateArray().Single();
}
