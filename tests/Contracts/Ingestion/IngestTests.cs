using System.Security.Cryptography;
using Clients.Docx;
using Clients.Ingestion;
using Clients.LegalDocuments;
using Clients.Problems;
using IntegrationSuite.TestKit;

namespace Contracts.Ingestion;

[TestClass]
public sealed class IngestTests : IngestionTest
{
    [TestMethod]
    public async Task A_document_comes_back_with_sentences_and_citations_at_their_places()
    {
        var text = "Separate is not equal. Brown v. Board of Education, 347 U.S. 483 (1954).";
        var document = await Ingestion.IngestAsync(new DocxBuilder().Text("Dr. Smith lives here.", text).Build());

        foreach (var paragraph in document.AllParagraphs())
        {
            Assert.IsNotEmpty(paragraph.Sentences);
            Assert.IsTrue(paragraph.Sentences.All(s => paragraph.Text[s.StartOffset..s.EndOffset] == s.Text));
        }

        var citation = document.Citations.Single();
        var cited = document.AllParagraphs().Single(p => p.Id == citation.ParagraphId);
        Assert.AreEqual(text, cited.Text);
        Assert.AreEqual("Brown v. Board of Education, 347 U.S. 483 (1954)", cited.Text[citation.Start..citation.End]);
        Assert.AreEqual(
            (citation.Text, CitationType.Case, 347),
            (cited.Text[citation.Start..citation.End], citation.Type, citation.Components.Volume)
        );
    }

    [TestMethod]
    public async Task Sentences_have_ids_that_ascend_from_the_start_of_the_document_to_its_end()
    {
        var file = new DocxBuilder().HeadingStyles();
        for (var section = 1; section <= 10; section++)
        {
            file.Heading(1, $"Section {section}")
                .Text([.. Enumerable.Range(1, 5).Select(i => $"Paragraph {i} says this. And it says that.")]);
        }

        var document = await Ingestion.IngestAsync(file.Build());

        var ids = document.AllParagraphs().SelectMany(p => p.Sentences).Select(s => s.Id).ToList();
        Assert.AreSequenceEqual(ids.Order().ToList(), ids);
    }

    [TestMethod]
    public async Task A_file_that_was_read_is_recorded_with_digest_size_and_counts()
    {
        var file = new DocxBuilder().HeadingStyles().Heading(1, "FACTS").Text("One. Two.", "See 42 U.S.C. § 1983.").Build();
        var caseId = Guid.CreateVersion7();
        using var response = await Ingestion
            .SendAsync(new NewIngestion(file) { FileName = "C:\\My Files\\Petition 1.docx", CaseId = $"{caseId}" })
            .ExpectAsync(200);
        var document = await response.ReadStrictAsync<LegalDocument>();
        var record = await Http.GetAsync($"/ingestions/{document.Meta.Id}", Cancel).ExpectAsync<IngestionRecord>(200);

        Assert.AreEqual($"</ingestions/{record.Id}>; rel=\"describedby\"", response.Header("Link"));
        Assert.AreEqual("Petition 1.docx", document.Meta.SourceFile);
        Assert.AreEqual(
            new IngestionRecord(
                document.Meta.Id,
                "Petition 1.docx",
                Convert.ToHexStringLower(SHA256.HashData(file)),
                file.Length,
                IngestionStatus.Succeeded,
                record.DurationMs,
                new Counts(Sections: 1, Paragraphs: 2, Sentences: document.AllParagraphs().Sum(p => p.Sentences.Count), Citations: 1),
                record.CreatedAt,
                caseId
            ),
            record
        );
    }

    [TestMethod]
    public async Task A_file_of_no_case_is_recorded_without_one()
    {
        var document = await Ingestion.IngestAsync(new DocxBuilder().Text("Text.").Build());
        var record = await Ingestion.GetAsync(document);

        Assert.IsNull(record.CaseId);
        Assert.IsNull(record.Failure);
        Assert.IsGreaterThanOrEqualTo(0, record.DurationMs);
    }

    [TestMethod]
    [DataRow(998)]
    [DataRow(999)]
    [DataRow(1000)]
    public async Task A_file_name_that_is_too_long_is_cut_after_1000_characters_and_never_within_one(int letters)
    {
        var name = new string('x', letters) + "😀😀.docx";
        var document = await Ingestion.IngestAsync(new DocxBuilder().Text("Text.").Build(), name);
        Assert.AreEqual(string.Concat(name.EnumerateRunes().Take(1000)), document.Meta.SourceFile);
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow("application/octet-stream")]
    [DataRow("application/zip")]
    public async Task A_file_whose_sender_does_not_know_its_media_type_is_read_all_the_same(string? mediaType)
    {
        var file = new DocxBuilder().Text("Text.").Build();
        await Ingestion.SendAsync(new NewIngestion(file) { ContentType = mediaType }).ExpectAsync<LegalDocument>(200);
    }

    [TestMethod]
    public async Task No_two_parts_of_a_document_have_one_id()
    {
        var file = new DocxBuilder()
            .HeadingStyles()
            .Heading(1, "FACTS")
            .Text("One. Two.", "One. Two.")
            .Heading(2, "Early")
            .Text("One.")
            .Heading(1, "PRAYER")
            .Text("One.");
        var document = await Ingestion.IngestAsync(file.Build());
        Guid[] ids =
        [
            document.Meta.Id,
            .. document.AllSections().Select(s => s.Id),
            .. document.AllParagraphs().Select(p => p.Id),
            .. document.AllParagraphs().SelectMany(p => p.Sentences).Select(s => s.Id),
        ];

        Assert.HasCount(1 + 3 + 4 + 6, ids.Distinct());
    }

    [TestMethod]
    public async Task The_same_file_twice_makes_two_documents_of_the_same_text()
    {
        var file = new DocxBuilder().Text("Once and again.").Build();
        var (first, second) = (await Ingestion.IngestAsync(file), await Ingestion.IngestAsync(file));

        Assert.AreNotEqual(first.Meta.Id, second.Meta.Id);
        Assert.AreEqual(first.AllParagraphs().Single().Text, second.AllParagraphs().Single().Text);
    }

    [TestMethod]
    [DataRow("limit=0", "limit")]
    [DataRow("limit=201", "limit")]
    [DataRow("offset=-1", "offset")]
    [DataRow("offset=x", "offset")]
    public async Task A_list_with_a_bad_query_is_refused(string query, string field)
    {
        var problem = await Http.GetAsync($"/ingestions?{query}", Cancel).ExpectProblemAsync(400);
        Assert.Contains(field, problem.Errors!.Keys);
    }

    [TestMethod]
    public async Task The_list_begins_with_the_newest_and_tells_the_total()
    {
        var file = new DocxBuilder().Text($"Text {Guid.NewGuid()}.").Build();
        var (first, second) = (await Ingestion.IngestAsync(file), await Ingestion.IngestAsync(file));
        var mine = await Ingestion.FindAsync(Convert.ToHexStringLower(SHA256.HashData(file)));
        using var response = await Http.GetAsync("/ingestions?limit=1&offset=1", Cancel).ExpectAsync(200);

        Assert.AreSequenceEqual(new[] { second.Meta.Id, first.Meta.Id }, mine.Select(r => r.Id).ToArray());
        Assert.HasCount(1, await response.ReadStrictAsync<List<IngestionRecord>>());
        Assert.IsGreaterThanOrEqualTo(2, int.Parse(response.Headers.GetValues("X-Total-Count").Single()));
    }

    [TestMethod]
    [DataRow("0199e000-0000-7000-8000-000000000000")]
    [DataRow("seven")]
    public async Task An_ingestion_that_is_not_there_is_a_404(string id) =>
        await Http.GetAsync($"/ingestions/{id}", Cancel).ExpectProblemAsync(404);
}
