using Clients.Exhibits;
using Clients.Export;
using Clients.LegalDocuments;
using IntegrationSuite.TestKit;
using IntegrationSuite.TestKit.Http;

namespace Workflows.Tracing;

/// <summary>A request's trace id goes along to every service that has a part in it.</summary>
[TestClass]
public sealed class TraceTests : WorkflowTest
{
    /// <summary>The requests of the story, as the services that take them log them: the last two are the test's own, the others are passed on.</summary>
    private static readonly (string Service, string Request)[] s_requests =
    [
        ("facts", "POST /facts/parse -> 200"),
        ("caseblock", "POST /caseblock/extract -> 200"),
        ("signature", "POST /signature/extract -> 200"),
        ("caselaw", "POST /citations/detect -> 200"),
        ("records", "GET /api/drafts/{draft} -> 200"),
        ("exhibits", "GET /exhibits/appendix -> 200"),
        ("caselaw", "POST /toa/generate -> 200"),
        ("export", "POST /export -> 200"),
        ("ingestion", "POST /ingest -> 200"),
    ];

    [TestMethod]
    public async Task An_export_and_an_ingestion_leave_their_trace_id_in_the_log_of_each_of_the_eight_services()
    {
        Step("a draft is exported with exhibits and authorities");
        var draft = await DraftAsync(Documents.Petition());
        var file = await Services.Export.ExportAsync(new ExportRequest(draft.Id, IncludeExhibits: true, IncludeAuthorities: true));
        Step("the file is ingested");
        await Services.Ingestion.IngestAsync(file.Bytes);

        Step("the trace is found in each log");
        await ExpectLoggedAsync([
            .. s_requests.Select(each => (each.Service, each.Request.Replace("{draft}", draft.Id.ToString(), StringComparison.Ordinal))),
        ]);
        Assert.AreSequenceEqual(
            Suite.State.Services.Select(service => service.Name).ToArray(),
            Trace().Select(line => line.Service).Distinct().ToArray(),
            SequenceOrder.InAnyOrder
        );
    }

    /// <summary>Each of these calls is one that only the service asked makes: the test reads none of these things itself.</summary>
    [TestMethod]
    public async Task A_service_that_asks_one_other_hands_its_trace_on()
    {
        Step("an exhibit is made of evidence, a claim linked to it, a table made of a draft");
        var evidence = await Services.Records.AddEvidenceAsync();
        var exhibit = await Services.Exhibits.CreateAsync(new NewExhibit { DocumentIds = [evidence.Id] });
        await Services.Facts.LinkExhibitAsync((await Services.Facts.CreateClaimAsync()).Id, exhibit.Id);
        var draft = await DraftAsync(Documents.Petition());
        await Services.Caselaw.GenerateTableAsync(draft.Id);

        Step("the trace is found in the log of each that was asked");
        await ExpectLoggedAsync(
            ("records", $"GET /api/evidence/{evidence.Id} -> 200"),
            ("exhibits", $"GET /exhibits/{exhibit.Id} -> 200"),
            ("records", $"GET /api/drafts/{draft.Id} -> 200")
        );
    }

    [TestMethod]
    public async Task A_request_of_another_trace_is_not_among_the_lines()
    {
        Step("a case is made, and read under another trace");
        var @case = await Services.Records.CreateCaseAsync();
        using var stranger = new HttpClient { BaseAddress = Suite.Url("records") };
        using var response = await stranger.GetAsync($"/api/cases/{@case.Id}?stranger", Cancel).ExpectAsync(200);

        Step("the trace has the first request alone");
        await Until.TrueAsync(() => Trace().Count > 0, () => "The first request is not logged.", Cancel);
        Assert.AreEqual(TraceId.ToHexString(), Trace().Single().TraceId);
        StringAssert.Contains(Trace().Single().Text, "POST /api/cases");
    }

    // A service writes its line after its answer.
    private Task ExpectLoggedAsync(params (string Service, string Request)[] expected) =>
        Until.TrueAsync(
            () => Array.TrueForAll(expected, IsLogged),
            () => $"Not logged under trace {TraceId}: {string.Join("; ", expected.Where(each => !IsLogged(each)))}",
            Cancel
        );

    private bool IsLogged((string Service, string Request) expected) =>
        Trace()
            .Any(line =>
                line.Service == expected.Service
                && line.TraceId == TraceId.ToHexString()
                && line.Text.Contains($"\"{expected.Request} ", StringComparison.Ordinal)
            );

    private IReadOnlyList<TraceLine> Trace() => TraceLog.Find(Suite.State, TraceId.ToHexString());
}
