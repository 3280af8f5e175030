using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Client.Results;
using IntegrationSuite.Tasks.Records;
using Pipeline.Coverage;
using TestResult = IntegrationSuite.ServiceHost.Client.Results.TestResult;

namespace Pipeline.Selection;

/// <summary>What a test rests on, by what TestKit saw and by what the services logged.</summary>
[TestClass]
public sealed class TestRecordTests
{
    private const string Trace = "0123456789abcdef0123456789abcdef";
    private const string OtherTrace = "fedcba9876543210fedcba9876543210";

    private static readonly TestResult s_test = new("A_note_is_kept", "passed", null) { ClassName = "Shop.NoteTests" };

    private readonly string _logs = Directory.CreateTempSubdirectory("logs-").FullName;

    [TestCleanup]
    public void Remove() => Directory.Delete(_logs, recursive: true);

    [TestMethod]
    public void A_test_rests_on_what_it_calls_and_on_what_that_calls_in_its_trace()
    {
        Log("notes", $$"""{"trace_id":"{{Trace}}","message":"POST /notes"}""");
        Log("mail~3", $"00-{Trace}-b7ad6b7169203331-01 sent");
        Log("stamps", $"other traffic {new string('a', 32)}");

        var record = RecordOf(Called("notes", Trace));

        CollectionAssert.AreEqual(new[] { "mail", "notes" }, record.Services.ToArray());
        CollectionAssert.AreEqual(new[] { "notes" }, record.Called.ToArray());
        Assert.IsNull(record.Unknown);
    }

    [TestMethod]
    public void A_test_that_reached_nothing_that_is_seen_rests_on_everything() =>
        StringAssert.Contains(RecordOf([], TestFootprint.None(KeyOfTest, null)).Unknown, "not seen to reach any service");

    [TestMethod]
    public void A_test_that_TestKit_did_not_see_rests_on_everything() =>
        StringAssert.Contains(RecordOf().Unknown, "TestKit did not see it");

    [TestMethod]
    public void A_test_rests_on_everything_when_a_service_logs_no_traces()
    {
        Log("notes", Trace);
        var record = RecordOf([Entry("notes"), Entry("mail")], Called("notes", Trace), Called("mail", OtherTrace) with { Key = "other" });
        Assert.AreEqual("the service 'mail' does not log the trace of each request", record.Unknown);
    }

    [TestMethod]
    public void A_test_rests_on_everything_when_no_test_has_shown_that_a_service_logs_traces()
    {
        Log("notes", Trace);
        StringAssert.Contains(RecordOf([Entry("notes"), Entry("mail")], Called("notes", Trace)).Unknown, "the service 'mail'");
    }

    [TestMethod]
    public void A_test_that_reads_migrations_and_calls_nobody_rests_on_their_service_alone()
    {
        var record = RecordOf(TestFootprint.None(KeyOfTest, null) with { Migrations = ["notes"] });
        CollectionAssert.AreEqual(new[] { "notes" }, record.Services.ToArray());
        Assert.IsNull(record.Unknown);
    }

    [TestMethod]
    public void A_job_and_a_container_pass_no_request_on_and_need_not_log_traces()
    {
        Log("notes", Trace);
        var seed = Entry("seed") with { Kind = ServiceKind.Job };
        Assert.IsNull(RecordOf([Entry("notes"), seed, Entry("redis") with { Image = "redis:7" }], Called("notes", Trace)).Unknown);
    }

    [TestMethod]
    public void What_the_set_up_of_its_class_did_is_the_tests_too()
    {
        Log("notes", Trace);
        var fixture = TestFootprint.None(TestKey.OfFixture(s_test.ClassName), null) with { Instances = ["mail"] };
        CollectionAssert.AreEqual(new[] { "mail", "notes" }, RecordOf(Called("notes", Trace), fixture).Services.ToArray());
    }

    [TestMethod]
    public void Records_are_read_as_they_were_written()
    {
        Log("notes", Trace);
        var file = Path.Combine(_logs, TestRecords.FileName);
        var record = RecordOf(Called("notes", Trace) with { Migrations = ["notes"] });
        new TestRecords(DateTimeOffset.UnixEpoch, [record]).Write(file);
        Assert.AreEqual(
            System.Text.Json.JsonSerializer.Serialize(record),
            System.Text.Json.JsonSerializer.Serialize(TestRecords.Read(file).Tests.Single())
        );
    }

    private static string KeyOfTest => TestKey.Of(s_test.ClassName, s_test.Name);

    private static TestFootprint Called(string service, string trace) =>
        new(KeyOfTest, [service], [service], [trace], [], [], Unknown: null);

    private static ServiceEntry Entry(string name) => new() { Name = name, Title = name };

    private void Log(string service, string line) => File.AppendAllText(Path.Combine(_logs, service + ".log"), line + "\n");

    private TestRecord RecordOf(params TestFootprint[] footprints) => RecordOf([Entry("notes")], footprints);

    private TestRecord RecordOf(IReadOnlyList<ServiceEntry> services, params TestFootprint[] footprints)
    {
        var run = EndedRun.Of(Entry("notes"), new(0, false, false), DateTimeOffset.UtcNow);
        run = run with { Services = [run.Services[0] with { Log = Path.Combine(_logs, "notes.log") }] };
        return new RecordJoin(footprints, services, TraceSightings.Read(run, footprints.SelectMany(each => each.Traces))).Of(
            s_test,
            "Contracts",
            "Contracts"
        );
    }
}
