using Clients.Docx;
using Clients.Exhibits;
using Clients.Export;
using Clients.Facts;
using Clients.LegalDocuments;
using Clients.Records;

namespace Workflows.Exhibits;

/// <summary>From a claim by way of its exhibits to the appendix of the exported document.</summary>
[TestClass]
public sealed class ExhibitTests : WorkflowTest
{
    private const string Text = "The tenant paid. The landlord signed. The roof leaked.";

    [TestMethod]
    public async Task Exhibits_that_support_a_claim_stand_in_the_exported_appendix_in_the_order_of_first_use()
    {
        var (draft, sentences) = await DraftWithSentencesAsync();
        Step("evidence is put into exhibits, the last used first");
        var photo = await ExhibitAsync(draft, "Photo of the roof", sentences[2]);
        var receipt = await ExhibitAsync(draft, "Receipt", sentences[0]);

        Step("a claim is supported by both");
        var claim = await Services.Facts.CreateClaimAsync(new NewClaim(sentences) { DraftId = draft.Id });
        await Services.Facts.LinkExhibitAsync(claim.Id, receipt.Id);
        await Services.Facts.LinkExhibitAsync(claim.Id, photo.Id);
        var support = await Services.Facts.GetSupportAsync(claim.Id);
        Assert.AreSequenceEqual(new[] { "Receipt", "Photo of the roof" }, support.Exhibits.Select(e => e.Title).ToArray());

        Step("the draft is exported with its exhibits");
        await ExpectAppendixAsync(
            draft,
            "Exhibit A: Receipt",
            "Receipt, scanned",
            "Exhibit B: Photo of the roof",
            "Photo of the roof, scanned"
        );
    }

    [TestMethod]
    public async Task However_many_sentences_a_paragraph_has_its_exhibits_are_labelled_in_their_order()
    {
        Step("a paragraph of thirty sentences is parsed");
        var draft = Guid.CreateVersion7();
        var sentences = await Services.Facts.ParseAsync(string.Join(' ', Enumerable.Range(1, 30).Select(i => $"Payment {i} was made.")));
        Assert.HasCount(30, sentences);

        Step("an exhibit a sentence is created, all at once");
        await Task.WhenAll(
            sentences.Select(sentence =>
                Services.Exhibits.CreateAsync(
                    new NewExhibit
                    {
                        DraftId = draft,
                        Title = sentence.Text,
                        SentenceIds = [sentence.Id],
                    }
                )
            )
        );
        var appendix = await Services.Exhibits.GetAppendixAsync(draft);
        Assert.AreSequenceEqual(sentences.Select(sentence => sentence.Text).ToArray(), appendix.Select(entry => entry.Title).ToArray());
    }

    [TestMethod]
    public async Task An_exhibit_that_is_used_earlier_moves_to_the_front_and_all_labels_with_it()
    {
        var (draft, sentences) = await DraftWithSentencesAsync();
        await ExhibitAsync(draft, "Receipt", sentences[0]);
        await ExhibitAsync(draft, "Lease", sentences[1]);
        var photo = await ExhibitAsync(draft, "Photo", sentences[2]);
        await ExpectLabelsAsync(draft, "A Receipt, B Lease, C Photo");

        Step("the photo is used in the first sentence, and the receipt no longer");
        await Services.Exhibits.ChangeAsync(photo.Id, new ExhibitChange(SentenceIds: [sentences[0]]));
        var receipt = (await Services.Exhibits.GetAppendixAsync(draft.Id)).Single(e => e.Title == "Receipt").ExhibitId;
        await Services.Exhibits.ChangeAsync(receipt, new ExhibitChange(SentenceIds: [sentences[2]]));
        await ExpectLabelsAsync(draft, "A Photo, B Lease, C Receipt");
        await ExpectAppendixAsync(
            draft,
            "Exhibit A: Photo",
            "Photo, scanned",
            "Exhibit B: Lease",
            "Lease, scanned",
            "Exhibit C: Receipt",
            "Receipt, scanned"
        );
    }

    [TestMethod]
    public async Task An_exhibit_that_is_deleted_leaves_no_gap_and_supports_nothing_any_more()
    {
        var (draft, sentences) = await DraftWithSentencesAsync();
        var receipt = await ExhibitAsync(draft, "Receipt", sentences[0]);
        await ExhibitAsync(draft, "Lease", sentences[1]);
        var claim = await Services.Facts.CreateClaimAsync(new NewClaim(sentences[0]) { DraftId = draft.Id });
        await Services.Facts.LinkExhibitAsync(claim.Id, receipt.Id);
        Assert.IsTrue((await Services.Facts.GetSupportAsync(claim.Id)).HasSupport);

        Step("the receipt is deleted");
        await Services.Exhibits.DeleteAsync(receipt.Id);
        await ExpectLabelsAsync(draft, "A Lease");
        await ExpectAppendixAsync(draft, "Exhibit A: Lease", "Lease, scanned");
        Assert.IsFalse((await Services.Facts.GetSupportAsync(claim.Id)).HasSupport);
    }

    [TestMethod]
    public async Task Evidence_that_is_gone_from_the_vault_is_named_as_missing_in_the_exported_appendix()
    {
        var (draft, sentences) = await DraftWithSentencesAsync();
        var receipt = await ExhibitAsync(draft, "Receipt", sentences[0]);
        Step("the receipt's evidence is deleted from the vault");
        using var deleted = await Client("records").DeleteAsync($"/api/evidence/{receipt.DocumentIds[0]}", Cancel);
        await ExpectAppendixAsync(draft, "Exhibit A: Receipt", "(not in the evidence of this case)");
    }

    private async Task<(Draft Draft, IReadOnlyList<Guid> Sentences)> DraftWithSentencesAsync()
    {
        Step("a draft is made, and its sentences are found");
        var draft = await DraftAsync(Documents.Of("Complaint", Documents.Section("FACTS", Text)));
        var sentences = await Services.Facts.ParseAsync(Text);
        Assert.HasCount(3, sentences);
        return (draft, [.. sentences.Select(sentence => sentence.Id)]);
    }

    private async Task<Exhibit> ExhibitAsync(Draft draft, string title, Guid sentence)
    {
        var evidence = await Services.Records.AddEvidenceAsync(new NewEvidence(draft.CaseId) { Title = $"{title}, scanned" });
        return await Services.Exhibits.CreateAsync(
            new NewExhibit
            {
                DraftId = draft.Id,
                Title = title,
                SentenceIds = [sentence],
                DocumentIds = [evidence.Id],
            }
        );
    }

    private async Task ExpectLabelsAsync(Draft draft, string labels) =>
        Assert.AreEqual(
            labels,
            string.Join(", ", (await Services.Exhibits.GetAppendixAsync(draft.Id)).Select(entry => $"{entry.Label} {entry.Title}"))
        );

    private async Task ExpectAppendixAsync(Draft draft, params string[] lines)
    {
        var file = await Services.Export.ExportAsync(new ExportRequest(draft.Id, IncludeExhibits: true));
        using var docx = new OpenedDocx(file.Bytes);
        Assert.IsEmpty(docx.Faults);
        Assert.AreSequenceEqual(lines, docx.Texts("Listing").ToArray());
    }
}
