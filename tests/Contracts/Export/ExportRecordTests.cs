using System.Security.Cryptography;
using Clients.Export;
using Clients.LegalDocuments;
using Clients.Problems;
using Clients.Records;
using IntegrationSuite.TestKit;

namespace Contracts.Export;

[TestClass]
public sealed class ExportRecordTests : ExportTest
{
    [TestMethod]
    public async Task An_exported_draft_is_recorded_with_its_version_and_the_digest_of_the_file()
    {
        var created = await CreateDraftAsync(Documents.Short("Motion in Limine"));
        var draft = await Records.SaveDraftAsync(created.Id, new DraftChange(1, created.DocumentJson));
        var file = await Export.ExportAsync(new ExportRequest(draft.Id, IncludeAuthorities: true));
        var record = await Export.GetAsync(file);

        Assert.AreEqual(
            new ExportRecord(
                record.Id,
                ExportSource.Draft,
                "Motion in Limine",
                file.Name,
                Convert.ToHexStringLower(SHA256.HashData(file.Bytes)),
                file.Bytes.Length,
                IncludeExhibits: false,
                IncludeAuthorities: true,
                record.CreatedAt,
                draft.Id,
                draft.Version,
                record.DurationMs
            ),
            record
        );
        Assert.IsNotNull(record.DurationMs);
    }

    [TestMethod]
    public async Task An_exported_document_is_recorded_without_a_draft()
    {
        var record = await Export.GetAsync(await Export.ExportAsync(Documents.Short()));
        Assert.AreEqual((ExportSource.Inline, null, null), (record.Source, record.DraftId, record.DraftVersion));
    }

    [TestMethod]
    public async Task Exports_of_a_draft_are_listed_newest_first_with_their_total()
    {
        var draft = await CreateDraftAsync();
        var records = new List<ExportRecord>();
        while (records.Count < 3)
        {
            records.Insert(0, await Export.GetAsync(await Export.ExportAsync(new ExportRequest(draft.Id))));
        }

        Assert.AreSequenceEqual(records, await ListAsync(draft.Id, "", expectedTotal: 3));
        Assert.AreSequenceEqual(records[1..2], await ListAsync(draft.Id, "&limit=1&offset=1", expectedTotal: 3));
        Assert.AreSequenceEqual(Array.Empty<ExportRecord>(), await ListAsync(draft.Id, "&offset=3", expectedTotal: 3));
    }

    [TestMethod]
    public async Task The_list_of_all_exports_holds_the_one_that_was_just_made()
    {
        var record = await Export.GetAsync(await Export.ExportAsync(Documents.Short()));
        Assert.Contains(record, await Http.GetAsync("/exports?limit=200", Cancel).ExpectAsync<List<ExportRecord>>(200));
    }

    [TestMethod]
    [DataRow("limit=0", "limit")]
    [DataRow("limit=201", "limit")]
    [DataRow("limit=x", "limit")]
    [DataRow("offset=-1", "offset")]
    [DataRow("draft_id=7", "draft_id")]
    public async Task A_list_with_a_bad_query_is_refused(string query, string field)
    {
        var problem = await Http.GetAsync($"/exports?{query}", Cancel).ExpectProblemAsync(400);
        Assert.Contains(field, problem.Errors!.Keys);
    }

    [TestMethod]
    [DataRow("0199e000-0000-7000-8000-000000000000")]
    [DataRow("seven")]
    public async Task An_export_that_is_not_there_is_a_404(string id) =>
        await Http.GetAsync($"/exports/{id}", Cancel).ExpectProblemAsync(404);

    private async Task<List<ExportRecord>> ListAsync(Guid draftId, string page, int expectedTotal)
    {
        using var response = await Http.GetAsync($"/exports?draft_id={draftId}{page}", Cancel).ExpectAsync(200);
        Assert.AreEqual($"{expectedTotal}", response.Headers.GetValues("X-Total-Count").Single());
        return await response.ReadStrictAsync<List<ExportRecord>>();
    }
}
