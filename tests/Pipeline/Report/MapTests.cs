using System.Text.Json;

namespace Pipeline.Report;

/// <summary>Which service calls which, by what they logged.</summary>
[TestClass]
public sealed class MapTests
{
    private readonly PlantedRun _run = new PlantedRun().WithVerdict("passed");

    [TestCleanup]
    public void Remove() => _run.Dispose();

    [TestMethod]
    public void A_request_during_one_of_another_service_in_the_same_trace_was_made_by_that_service()
    {
        Log("orders", Line('a', "POST /orders", 201, at: 0, took: 100));
        Log("mail", Line('a', "POST /letters", 200, at: 10, took: 50) + Line('b', "GET /letters", 200, at: 20, took: 5));
        CollectionAssert.AreEqual(new[] { "orders → mail 1", "tests → mail 1", "tests → orders 1" }, Edges());
    }

    [TestMethod]
    public void Of_several_around_it_the_shortest_made_it()
    {
        Log("shop", Line('a', "POST /buy", 201, at: 0, took: 100));
        Log("orders", Line('a', "POST /orders", 201, at: 10, took: 60));
        Log("mail", Line('a', "POST /letters", 200, at: 20, took: 10));
        CollectionAssert.AreEqual(new[] { "orders → mail 1", "shop → orders 1", "tests → shop 1" }, Edges());
    }

    [TestMethod]
    public void One_that_lasted_longer_was_not_made_by_it()
    {
        Log("orders", Line('a', "POST /orders", 201, at: 0, took: 20));
        Log("mail", Line('a', "POST /letters", 200, at: 10, took: 50));
        CollectionAssert.AreEqual(new[] { "tests → mail 1", "tests → orders 1" }, Edges());
    }

    [TestMethod]
    public void One_that_began_when_another_had_ended_was_not_made_by_it()
    {
        Log("orders", Line('a', "POST /orders", 201, at: 0, took: 1));
        Log("mail", Line('a', "POST /letters", 200, at: 1, took: 1));
        CollectionAssert.AreEqual(new[] { "tests → mail 1", "tests → orders 1" }, Edges());
    }

    [TestMethod]
    public void Requests_without_a_duration_made_none()
    {
        Log("orders", string.Concat(Enumerable.Repeat(Line('a', "POST /orders", 201, at: 0, took: 0), 200)));
        Log("mail", string.Concat(Enumerable.Repeat(Line('a', "POST /letters", 200, at: 0, took: 0), 200)));
        CollectionAssert.AreEqual(new[] { "tests → mail 200", "tests → orders 200" }, Edges());
    }

    [TestMethod]
    public void Of_two_that_a_service_calls_at_once_neither_has_called_the_other()
    {
        Log("shop", Line('a', "POST /buy", 201, at: 0, took: 100) + Line('b', "POST /buy", 201, at: 500, took: 100));
        Log("orders", Line('a', "POST /orders", 201, at: 10, took: 60) + Line('b', "POST /orders", 201, at: 510, took: 20));
        Log("mail", Line('a', "POST /letters", 200, at: 20, took: 10) + Line('b', "POST /letters", 200, at: 550, took: 20));
        CollectionAssert.AreEqual(new[] { "shop → mail 2", "shop → orders 2", "tests → shop 2" }, Edges());
    }

    [TestMethod]
    public void What_only_a_test_shows_that_makes_several_requests_at_once_is_no_call_between_services()
    {
        Log("orders", Line('a', "POST /orders", 201, at: 0, took: 50) + Line('a', "POST /orders", 201, at: 20, took: 80));
        Log("mail", Line('a', "POST /letters", 200, at: 30, took: 10));
        CollectionAssert.AreEqual(new[] { "tests → mail 1", "tests → orders 2" }, Edges());
    }

    [TestMethod]
    public void But_what_others_show_too_is_one()
    {
        Log(
            "orders",
            Line('a', "POST /orders", 201, at: 0, took: 50)
                + Line('a', "POST /orders", 201, at: 20, took: 80)
                + Line('b', "POST /orders", 201, at: 500, took: 50)
        );
        Log("mail", Line('a', "POST /letters", 200, at: 30, took: 10) + Line('b', "POST /letters", 200, at: 510, took: 10));
        CollectionAssert.AreEqual(new[] { "orders → mail 2", "tests → orders 3" }, Edges());
    }

    [TestMethod]
    public void A_second_instance_is_its_service()
    {
        Log("orders~2", Line('a', "POST /orders", 500, at: 0, took: 20));
        CollectionAssert.AreEqual(new[] { "tests → orders 1" }, Edges());
    }

    [TestMethod]
    public void A_call_that_failed_is_counted_as_an_error()
    {
        Log("orders", Line('a', "GET /orders", 500, at: 0, took: 1) + Line('b', "GET /orders", 404, at: 0, took: 1));
        Assert.AreEqual(1, _run.Model().GetProperty("map").GetProperty("edges")[0].GetProperty("errors").GetInt32());
    }

    [TestMethod]
    [DataRow("""{"@t":"2026-11-29T12:00:00Z","@tr":"TRACE","RequestMethod":"GET","RequestPath":"/a","StatusCode":200,"Elapsed":3.5}""")]
    [DataRow(
        """{"time":"2026-11-29T12:00:00Z","traceId":"TRACE","req":{"method":"GET","url":"/a?x=1"},"res":{"statusCode":200},"responseTime":3}"""
    )]
    [DataRow(
        """{"Timestamp":"2026-11-29T12:00:00Z","State":{"Method":"GET","Path":"/a","StatusCode":200,"ElapsedMilliseconds":3},"Scopes":[{"TraceId":"TRACE"}]}"""
    )]
    [DataRow(
        """{"@timestamp":"2026-11-29T12:00:00Z","trace.id":"TRACE","http.request.method":"GET","url.path":"/a","http.response.status_code":200}"""
    )]
    [DataRow("""{"time":1795953600000,"traceId":"TRACE","req":{"method":"GET","url":"/a"},"res":{"statusCode":200},"responseTime":3}""")]
    public void Requests_are_read_as_usual_libraries_log_them(string line)
    {
        Log("orders", line.Replace("TRACE", new string('a', 32), StringComparison.Ordinal));
        Assert.AreEqual(
            "GET /a",
            _run.Model().GetProperty("map").GetProperty("edges")[0].GetProperty("operations")[0].GetProperty("name").GetString()
        );
    }

    private static string Line(char trace, string operation, int status, int at, int took) =>
        PlantedRun.Logged(new string(trace, 32), operation, status, at, took);

    private void Log(string service, string lines) => _run.With($"run/logs/{service}.log", lines);

    private List<string> Edges() =>
        [.. _run.Model().GetProperty("map").GetProperty("edges").EnumerateArray().Select(Edge).Order(StringComparer.Ordinal)];

    private static string Edge(JsonElement edge) => $"{edge.GetProperty("from")} → {edge.GetProperty("to")} {edge.GetProperty("calls")}";
}
