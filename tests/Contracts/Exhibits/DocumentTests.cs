using Clients.Exhibits;
using Clients.Problems;
using Clients.Records;
using IntegrationSuite.TestKit;

namespace Contracts.Exhibits;

[TestClass]
public sealed class DocumentTests : ServiceTest
{
    private ExhibitsClient Exhibits => new(Client("exhibits"), Cancel);

    private RecordsClient Records => new(Client("records"), Cancel);

    [TestMethod]
    public async Task Documents_are_added_at_the_end()
    {
        var exhibit = await Exhibits.CreateAsync();
        var (lease, receipt) = ((await Records.AddEvidenceAsync()).Id, (await Records.AddEvidenceAsync()).Id);
        await Exhibits.AddDocumentAsync(exhibit.Id, receipt);
        var changed = await Exhibits.AddDocumentAsync(exhibit.Id, lease);
        Assert.AreSequenceEqual(new[] { receipt, lease }, changed.DocumentIds.ToArray());
        Assert.IsGreaterThan(exhibit.UpdatedAt, changed.UpdatedAt);
    }

    [TestMethod]
    public async Task Adding_answers_with_the_exhibit_and_leads_to_it()
    {
        var (exhibit, document) = (await Exhibits.CreateAsync(), await Records.AddEvidenceAsync());
        using var response = await AddAsync(exhibit.Id, document.Id).ExpectAsync(201);
        Assert.AreEqual($"/exhibits/{exhibit.Id}", response.Headers.Location?.OriginalString);
        Assert.AreEqual(document.Id, (await response.ReadStrictAsync<Exhibit>()).DocumentIds.Single());
    }

    [TestMethod]
    public async Task A_document_that_is_there_already_is_a_conflict()
    {
        var (exhibit, document) = (await Exhibits.CreateAsync(), await Records.AddEvidenceAsync());
        await Exhibits.AddDocumentAsync(exhibit.Id, document.Id);
        await AddAsync(exhibit.Id, document.Id).ExpectProblemAsync(409);
    }

    [TestMethod]
    public async Task Documents_that_are_added_at_once_are_all_kept()
    {
        var exhibit = await Exhibits.CreateAsync();
        var documents = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Records.AddEvidenceAsync()));
        await Task.WhenAll(documents.Select(document => Exhibits.AddDocumentAsync(exhibit.Id, document.Id)));
        Assert.AreSequenceEqual(
            documents.Select(d => d.Id).ToArray(),
            (await Exhibits.GetAsync(exhibit.Id)).DocumentIds.ToArray(),
            SequenceOrder.InAnyOrder
        );
    }

    [TestMethod]
    public async Task A_document_that_is_removed_moves_the_time_of_the_exhibit()
    {
        var document = (await Records.AddEvidenceAsync()).Id;
        var exhibit = await Exhibits.CreateAsync(new NewExhibit { DocumentIds = [document] });
        await Exhibits.RemoveDocumentAsync(exhibit.Id, document);
        Assert.IsGreaterThan(exhibit.UpdatedAt, (await Exhibits.GetAsync(exhibit.Id)).UpdatedAt);
    }

    [TestMethod]
    public async Task A_document_that_is_unknown_is_not_added()
    {
        var exhibit = await Exhibits.CreateAsync();
        await AddAsync(exhibit.Id, Guid.CreateVersion7()).ExpectProblemAsync(404);
        Assert.IsEmpty((await Exhibits.GetAsync(exhibit.Id)).DocumentIds);
    }

    [TestMethod]
    public async Task An_exhibit_that_is_unknown_takes_and_loses_no_document_and_is_named()
    {
        var exhibit = Guid.CreateVersion7();
        foreach (var document in new[] { (await Records.AddEvidenceAsync()).Id, Guid.CreateVersion7() })
        {
            Assert.Contains($"{exhibit}", (await AddAsync(exhibit, document).ExpectProblemAsync(404)).Detail);
            var removal = Client("exhibits").DeleteAsync($"/exhibits/{exhibit}/documents/{document}", Cancel);
            Assert.Contains($"{exhibit}", (await removal.ExpectProblemAsync(404)).Detail);
        }
    }

    [TestMethod]
    [DataRow("{}")]
    [DataRow("""{"document_id":"nine"}""")]
    [DataRow("""{"document_id":null}""")]
    public async Task A_malformed_document_is_refused(string body)
    {
        var exhibit = await Exhibits.CreateAsync();
        await Client("exhibits").PostJsonAsync($"/exhibits/{exhibit.Id}/documents", body, Cancel).ExpectProblemAsync(400);
    }

    [TestMethod]
    public async Task A_document_that_is_removed_is_gone_and_cannot_be_removed_again()
    {
        var (exhibit, document) = (await Exhibits.CreateAsync(), await Records.AddEvidenceAsync());
        await Exhibits.AddDocumentAsync(exhibit.Id, document.Id);
        await Exhibits.RemoveDocumentAsync(exhibit.Id, document.Id);
        Assert.IsEmpty((await Exhibits.GetAsync(exhibit.Id)).DocumentIds);
        await Client("exhibits").DeleteAsync($"/exhibits/{exhibit.Id}/documents/{document.Id}", Cancel).ExpectProblemAsync(404);
    }

    [TestMethod]
    public async Task Documents_keep_their_order_when_one_is_removed_and_what_comes_back_is_the_last()
    {
        var documents = new List<Guid>();
        while (documents.Count < 12)
        {
            documents.Add((await Records.AddEvidenceAsync()).Id);
        }

        // An order of their own, neither that of their ids nor that of their making.
        documents = [.. documents.Order().Reverse()];
        var exhibit = await Exhibits.CreateAsync(new NewExhibit { DocumentIds = documents });

        foreach (var moved in new[] { documents[0], documents[5], documents[11] })
        {
            await Exhibits.RemoveDocumentAsync(exhibit.Id, moved);
            documents.Remove(moved);
            await ExpectDocumentsAsync(exhibit.Id, documents);
            await Exhibits.AddDocumentAsync(exhibit.Id, moved);
            documents.Add(moved);
            await ExpectDocumentsAsync(exhibit.Id, documents);
        }
    }

    private async Task ExpectDocumentsAsync(Guid exhibit, List<Guid> expected)
    {
        var stored = await Exhibits.GetAsync(exhibit);
        var entry = (await Exhibits.GetAppendixAsync(stored.DraftId)).Single();

        Assert.AreSequenceEqual(expected, stored.DocumentIds.ToArray(), "exhibits: the documents of an exhibit");
        Assert.AreSequenceEqual(expected, entry.DocumentIds.ToArray(), "exhibits: the documents of an entry of the appendix");
    }

    private Task<HttpResponseMessage> AddAsync(Guid exhibit, Guid document) =>
        Client("exhibits").PostJsonAsync($"/exhibits/{exhibit}/documents", new { DocumentId = document }, Cancel);
}
