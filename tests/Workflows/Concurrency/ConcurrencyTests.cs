using System.Net;
using Clients.BlockKit;
using Clients.Exhibits;
using Clients.Facts;
using Clients.Records;
using IntegrationSuite.TestKit;

namespace Workflows.Concurrency;

/// <summary>Thirty-two clients want the same thing at once. (Those on one draft are in <see cref="TemplateToDraft.DraftEditorsTests"/>.)</summary>
[TestClass]
public sealed class ConcurrencyTests : WorkflowTest
{
    private const int Many = 32;

    [TestMethod]
    public async Task Of_32_approvals_of_one_template_exactly_one_is_taken()
    {
        Step("32 clients approve a caption's template");
        var templates = Services.CaseBlock.Templates;
        var template = await templates.CreateAsync();
        var statuses = await AtOnceAsync(_ => templates.SendApprovalAsync(template.Id));

        ExpectOne(statuses, won: HttpStatusCode.OK);
        Assert.IsTrue((await templates.GetAsync(template.Id)).Approved);
    }

    [TestMethod]
    public async Task However_approvals_and_changes_of_one_template_meet_none_changes_it_once_it_is_approved()
    {
        Step("31 clients change a signature's template while one approves it");
        var templates = Services.Signature.Templates;
        var template = await templates.CreateAsync();
        var statuses = await AtOnceAsync(i =>
            i == Many / 2
                ? templates.SendApprovalAsync(template.Id)
                : Client("signature")
                    .PutJsonAsync($"{templates.Path}/{template.Id}", new Clients.BlockKit.NewTemplate { Name = $"Change {i}" }, Cancel)
        );

        Assert.AreEqual(HttpStatusCode.OK, statuses[Many / 2]);
        Assert.IsTrue(statuses.All(status => status is HttpStatusCode.OK or HttpStatusCode.Conflict));
        var approved = await templates.GetAsync(template.Id);
        Assert.AreEqual(approved.ApprovedAt, approved.UpdatedAt, "It was changed after it was approved.");
    }

    [TestMethod]
    public async Task Exhibits_and_documents_that_32_clients_add_to_one_list_are_all_in_it_once_without_a_gap()
    {
        Step("32 clients add an exhibit each to one draft's list");
        var draft = Guid.CreateVersion7();
        await AtOnceAsync(i =>
            Client("exhibits")
                .PostJsonAsync("/exhibits", new NewExhibit { DraftId = draft, Title = $"Exhibit of client {i}" }, Cancel)
                .ExpectAsync(201)
        );
        var entries = await Services.Exhibits.GetAppendixAsync(draft);
        Assert.AreEqual(
            "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z AA AB AC AD AE AF",
            string.Join(' ', entries.Select(entry => entry.Label))
        );
        Assert.AreEqual(Many, entries.Select(entry => entry.Title).Distinct().Count());

        Step("32 clients add a document each to one exhibit");
        var exhibit = await Services.Exhibits.CreateAsync();
        var @case = await Services.Records.CreateCaseAsync();
        var documents = await Task.WhenAll(
            Enumerable.Range(0, Many).Select(_ => Services.Records.AddEvidenceAsync(new NewEvidence(@case.Id)))
        );
        await AtOnceAsync(i =>
            Client("exhibits")
                .PostJsonAsync($"/exhibits/{exhibit.Id}/documents", new { DocumentId = documents[i].Id }, Cancel)
                .ExpectAsync(201)
        );
        Assert.AreSequenceEqual(
            documents.Select(document => document.Id).ToArray(),
            (await Services.Exhibits.GetAsync(exhibit.Id)).DocumentIds.ToArray(),
            SequenceOrder.InAnyOrder
        );
    }

    [TestMethod]
    public async Task Of_32_that_add_the_same_document_to_an_exhibit_exactly_one_is_taken()
    {
        Step("32 clients add one document");
        var (exhibit, evidence) = (await Services.Exhibits.CreateAsync(), await Services.Records.AddEvidenceAsync());
        var statuses = await AtOnceAsync(_ =>
            Client("exhibits").PostJsonAsync($"/exhibits/{exhibit.Id}/documents", new { DocumentId = evidence.Id }, Cancel)
        );

        ExpectOne(statuses, won: HttpStatusCode.Created);
        Assert.AreEqual(evidence.Id, (await Services.Exhibits.GetAsync(exhibit.Id)).DocumentIds.Single());
    }

    [TestMethod]
    public async Task Of_32_that_link_the_same_exhibit_to_a_claim_exactly_one_is_taken()
    {
        Step("32 clients link one exhibit");
        var (claim, exhibit) = (await Services.Facts.CreateClaimAsync(), await Services.Exhibits.CreateAsync());
        var statuses = await AtOnceAsync(_ =>
            Client("facts").PostJsonAsync($"/facts/claims/{claim.Id}/exhibits", new { ExhibitId = exhibit.Id }, Cancel)
        );

        ExpectOne(statuses, won: HttpStatusCode.Created);
        Assert.AreEqual(exhibit.Id, (await Services.Facts.GetClaimAsync(claim.Id)).ExhibitIds.Single());
    }

    private static async Task<HttpStatusCode[]> AtOnceAsync(Func<int, Task<HttpResponseMessage>> sendAsync)
    {
        var responses = await Task.WhenAll(Enumerable.Range(0, Many).Select(sendAsync));
        return [.. responses.Select(response => response.StatusCode)];
    }

    private static void ExpectOne(HttpStatusCode[] statuses, HttpStatusCode won)
    {
        Assert.AreEqual(1, statuses.Count(status => status == won));
        Assert.AreEqual(Many - 1, statuses.Count(status => status == HttpStatusCode.Conflict));
    }
}
