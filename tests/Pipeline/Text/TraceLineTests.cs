using IntegrationSuite.TestKit.Http;

namespace Pipeline.Text;

[TestClass]
public sealed class TraceLineTests
{
    private const string Id = "0af7651916cd43dd8448eb211c80319c";

    [TestMethod]
    [DataRow("""{"time":"2026-11-29T08:00:00Z","level":"Error","trace_id":"ID"}""", DisplayName = "OpenTelemetry's names")]
    [DataRow(
        """{"Timestamp":"2026-11-29T08:00:00Z","LogLevel":"Critical","Scopes":["SpanId",{"Message":"TraceId:ID","TraceId":"ID"}]}""",
        DisplayName = "ASP.NET Core's JSON console"
    )]
    [DataRow("""{"@t":"2026-11-29T08:00:00Z","@l":"Fatal","@tr":"ID"}""", DisplayName = "Serilog's compact format")]
    [DataRow("""{"@timestamp":"2026-11-29T08:00:00Z","log.level":"error","trace.id":"ID"}""", DisplayName = "Elastic Common Schema")]
    [DataRow("""{"time":"2026-11-29T08:00:00Z","level":50,"traceId":"ID"}""", DisplayName = "pino")]
    [DataRow("""{"timestamp":"2026-11-29T08:00:00Z","statusCode":503,"traceId":"ID"}""", DisplayName = "a request's status")]
    public void A_faults_line_tells_its_trace_and_time_in_whatever_form_it_is_logged(string line)
    {
        var read = TraceLine.Read("shop", line.Replace("ID", Id));
        Assert.AreEqual((Id, true), (read.TraceId, read.Failed));
        Assert.AreEqual(new DateTimeOffset(2026, 11, 29, 8, 0, 0, TimeSpan.Zero), read.Time);
    }

    [TestMethod]
    [DataRow("""{"level":"Information","status":404}""")]
    [DataRow("""{"level":30}""")]
    [DataRow("""{"Scopes":"none","level":null}""")]
    [DataRow("[1]")]
    [DataRow("""{"trace_id":"\ud83d"}""", DisplayName = "half of a surrogate pair")]
    [DataRow("error: nothing of JSON")]
    public void What_tells_of_no_fault_is_none(string line)
    {
        var read = TraceLine.Read("shop", line);
        Assert.AreEqual((null, false, line), (read.TraceId, read.Failed, read.Text));
    }
}
