using System.Text.Json.Nodes;
using Clients.Docx;
using Clients.Export;
using Clients.LegalDocuments;
using Clients.Problems;
using Clients.Records;
using IntegrationSuite.TestKit;

namespace Contracts.Export;

[TestClass]
public sealed class ExportDraftTests : ExportTest
{
    [TestMethod]
    public async Task A_draft_comes_back_as_a_sound_DOCX_named_after_it()
    {
        var draft = await Records.CreateDraftAsync(
            new NewDraft((await Records.CreateCaseAsync()).Id) { Title = "Motion, 2nd try", DocumentJson = ToJson(Documents.Petition()) }
        );
        var file = await Export.ExportAsync(new ExportRequest(draft.Id));
        using var docx = new OpenedDocx(file.Bytes);

        Assert.AreEqual("Motion, 2nd try.docx", file.Name);
        Assert.IsEmpty(docx.Faults, string.Join('\n', docx.Faults));
        Assert.AreSequenceEqual(new[] { "Plaintiff’s Original Petition" }, docx.Texts("Title").ToArray());
        Assert.IsEmpty(docx.Texts("AppendixHeading"));
        Assert.IsEmpty(docx.Texts("AuthoritiesHeading"));
    }

    [TestMethod]
    public async Task The_appendix_lists_each_exhibit_with_its_label_and_its_documents()
    {
        var draft = await CreateDraftAsync();
        var lease = await Records.AddEvidenceAsync(new NewEvidence(draft.CaseId) { Title = "Lease of 2019" });
        foreach (var (title, documents) in new[] { ("The lease", new[] { lease.Id }), ("The photographs", []) })
        {
            await Client("exhibits")
                .PostJsonAsync(
                    "/exhibits",
                    new
                    {
                        draft_id = draft.Id,
                        title,
                        document_ids = documents,
                    },
                    Cancel
                )
                .ExpectAsync(201);
        }

        using var docx = new OpenedDocx((await Export.ExportAsync(new ExportRequest(draft.Id, IncludeExhibits: true))).Bytes);

        Assert.IsEmpty(docx.Faults, string.Join('\n', docx.Faults));
        Assert.HasCount(1, docx.Texts("AppendixHeading"));
        Assert.AreSequenceEqual(
            new[] { "Exhibit A: The lease", "Lease of 2019", "Exhibit B: The photographs" },
            docx.Texts("Listing").ToArray()
        );
    }

    [TestMethod]
    public async Task The_documents_of_an_exhibit_stand_in_its_order_and_one_that_is_gone_has_its_place()
    {
        var draft = await CreateDraftAsync();
        var documents = new List<EvidenceItem>();
        while (documents.Count < 4)
        {
            documents.Add(await Records.AddEvidenceAsync(new NewEvidence(draft.CaseId) { Title = $"Document {documents.Count}" }));
        }

        documents = [.. documents.OrderByDescending(document => document.Id)];
        await Client("exhibits")
            .PostJsonAsync(
                "/exhibits",
                new
                {
                    draft_id = draft.Id,
                    title = "All",
                    document_ids = documents.Select(d => d.Id),
                },
                Cancel
            )
            .ExpectAsync(201);
        await Client("records").DeleteAsync($"/api/evidence/{documents[1].Id}", Cancel).ExpectAsync(204);

        using var docx = new OpenedDocx((await Export.ExportAsync(new ExportRequest(draft.Id, IncludeExhibits: true))).Bytes);

        Assert.AreSequenceEqual(
            new[] { "Exhibit A: All", "Document 3", "(not in the evidence of this case)", "Document 1", "Document 0" },
            docx.Texts("Listing").ToArray()
        );
    }

    [TestMethod]
    public async Task The_table_of_authorities_lists_what_the_draft_cites_by_group()
    {
        var draft = await CreateDraftAsync(Documents.Petition());
        using var docx = new OpenedDocx((await Export.ExportAsync(new ExportRequest(draft.Id, IncludeAuthorities: true))).Bytes);

        Assert.IsEmpty(docx.Faults, string.Join('\n', docx.Faults));
        Assert.HasCount(1, docx.Texts("AuthoritiesHeading"));
        Assert.AreSequenceEqual(
            new[] { "Cases", "Brown v. Board of Education, 347 U.S. 483 (1954)", "Statutes", "42 U.S.C. § 1983" },
            docx.Texts("Listing").ToArray()
        );
    }

    [TestMethod]
    public async Task A_draft_without_exhibits_and_authorities_says_so_where_they_were_asked_for()
    {
        var draft = await CreateDraftAsync();
        using var docx = new OpenedDocx(
            (await Export.ExportAsync(new ExportRequest(draft.Id, IncludeExhibits: true, IncludeAuthorities: true))).Bytes
        );

        Assert.AreSequenceEqual(
            new[] { "The document cites no authorities.", "The document refers to no exhibits." },
            docx.Texts("Listing").ToArray()
        );
    }

    [TestMethod]
    public async Task A_draft_that_is_not_there_is_a_404()
    {
        var problem = await Http.PostJsonAsync("/export", new ExportRequest(Guid.CreateVersion7()), Cancel).ExpectProblemAsync(404);
        Assert.Contains("draft", problem.Detail);
    }

    [TestMethod]
    [DataRow("""{"text":"Comes now the plaintiff."}""", "LegalDocument")]
    [DataRow("""{}""", "LegalDocument")]
    public async Task A_draft_that_holds_something_else_than_a_legal_document_is_a_422(string document, string expected)
    {
        var draft = await Records.CreateDraftAsync(JsonNode.Parse(document)!.AsObject());
        var problem = await Http.PostJsonAsync("/export", new ExportRequest(draft.Id), Cancel).ExpectProblemAsync(422);

        Assert.Contains(expected, problem.Detail);
        Assert.IsEmpty(await Http.GetAsync($"/exports?draft_id={draft.Id}", Cancel).ExpectAsync<List<ExportRecord>>(200));
    }

    [TestMethod]
    [DataRow("level", "99", "level")]
    [DataRow("level", "\"one\"", "level")]
    [DataRow("title", "null", "title")]
    [DataRow("colour", "\"red\"", "sections")]
    public async Task A_draft_whose_section_breaks_the_schema_is_a_422_that_says_where(string member, string value, string place)
    {
        var document = ToJson(Documents.Short());
        document["body"]!["sections"]![0]![member] = JsonNode.Parse(value);
        var draft = await Records.CreateDraftAsync(document);
        var problem = await Http.PostJsonAsync("/export", new ExportRequest(draft.Id), Cancel).ExpectProblemAsync(422);

        Assert.Contains(place, problem.Detail);
    }

    [TestMethod]
    [DataRow("""{}""", "draft_id")]
    [DataRow("""{"draft_id":null}""", "draft_id")]
    [DataRow("""{"draft_id":"seven"}""", "draft_id")]
    [DataRow("""{"draft_id":"0199e000-0000-7000-8000-000000000001","include_exhibits":"yes"}""", "include_exhibits")]
    [DataRow("""{"draft_id":"0199e000-0000-7000-8000-000000000001","include_authorities":1}""", "include_authorities")]
    [DataRow("""{"draft_id":"0199e000-0000-7000-8000-000000000001","format":"pdf"}""", "format")]
    [DataRow("""[]""", "body")]
    [DataRow("""{"draft_id":""", "draft_id")]
    public async Task A_malformed_request_is_refused_by_its_field(string body, string field)
    {
        var problem = await Http.PostJsonAsync("/export", body, Cancel).ExpectProblemAsync(400);
        Assert.Contains(field, string.Join(' ', problem.Errors!.Keys));
    }
}
