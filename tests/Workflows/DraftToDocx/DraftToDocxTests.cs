using System.Text.Json;
using System.Text.Json.Nodes;
using Clients.Docx;
using Clients.Export;
using Clients.Ingestion;
using Clients.LegalDocuments;
using Clients.Records;
using IntegrationSuite.TestKit;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Workflows.DraftToDocx;

/// <summary>A draft is exported, the file is opened, and what is ingested again is what was drafted.</summary>
[TestClass]
public sealed class DraftToDocxTests : ServiceTest
{
    private RecordsClient Records => new(Client("records"), Cancel);

    private ExportClient Export => new(Client("export"), Cancel);

    private IngestionClient Ingestion => new(Client("ingestion"), Cancel);

    [TestMethod]
    public async Task A_petition_goes_from_draft_to_DOCX_and_comes_back_the_same()
    {
        var petition = Documents.Petition();
        var file = await ExportAsync(petition);
        using (var docx = new OpenedDocx(file))
        {
            ExpectCourtLayout(docx);
        }

        ExpectSame(petition, await Ingestion.IngestAsync(file));
    }

    [TestMethod]
    [DataRow("2025-03-14T15:09:26Z", "2025-03-15T15:09:26Z")]
    [DataRow("2025-03-14T23:30:00+05:30", "2025-12-31T23:30:00-08:00")]
    public async Task The_kind_of_the_document_and_its_dates_come_back_whatever_their_offset(string created, string updated)
    {
        // A kind that no reader could tell from the title.
        var meta = Documents.Short().Meta with
        {
            Type = "affidavit",
            CreatedAt = Time(created),
            UpdatedAt = Time(updated),
        };
        var document = Documents.Short() with { Meta = meta };

        foreach (var file in new[] { await ExportAsync(document), (await Export.ExportAsync(document)).Bytes })
        {
            var ingested = (await Ingestion.IngestAsync(file)).Meta;
            Assert.AreEqual((meta.Type, meta.CreatedAt, meta.UpdatedAt), (ingested.Type, ingested.CreatedAt, ingested.UpdatedAt));
        }
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    [TestMethod]
    public async Task What_came_back_can_be_saved_as_a_draft_and_exported_again()
    {
        var once = await Ingestion.IngestAsync(await ExportAsync(Documents.Petition()));
        var twice = await Ingestion.IngestAsync(await ExportAsync(once));

        ExpectSame(once, twice);
        Assert.AreSequenceEqual(once.AllSections().Select(s => s.Number).ToArray(), twice.AllSections().Select(s => s.Number).ToArray());
    }

    [TestMethod]
    public async Task The_citations_and_sentences_of_the_draft_are_found_in_what_came_back()
    {
        var document = await Ingestion.IngestAsync(await ExportAsync(Documents.Petition()));

        Assert.AreSequenceEqual(
            new[] { "Brown v. Board of Education, 347 U.S. 483 (1954)", "42 U.S.C. § 1983" },
            document.Citations.Select(c => c.Text).ToArray()
        );
        Assert.IsTrue(
            document.AllParagraphs().All(p => p.Sentences.Count > 0 && p.Sentences.All(s => p.Text[s.StartOffset..s.EndOffset] == s.Text))
        );
    }

    [TestMethod]
    [DataRow("Smith, Jones and Doe, LLP")]
    [DataRow("eBay Inc.")]
    [DataRow("In the Matter of the “A v. B” Trust, as trustee")]
    [DataRow("原告")]
    public async Task Whatever_a_party_is_called_it_comes_back_as_one_party(string name)
    {
        var document = Documents.Short() with { Caseblock = new CaseBlock([name, "Ann"], [name]) };
        ExpectSame(document, await Ingestion.IngestAsync(await ExportAsync(document)));
    }

    [TestMethod]
    [DataRow("Short.")]
    [DataRow("  spaces  on both sides ")]
    [DataRow("tab\tand\nbreak\n")]
    [DataRow("IV. NOT A HEADING")]
    [DataRow("<w:t>&amp;</w:t>")]
    [DataRow("emoji \U0001F600, Größe, 訴状, עברית, combining e\u0301, no-break\u00a0space, hyphen\u2011")]
    public async Task Whatever_a_paragraph_says_it_comes_back_letter_by_letter(string text)
    {
        var bold = new FormatSpan(0, text.Length, FormatStyle.Bold);
        var document = Documents.Of(
            "Title",
            Documents.Section(text, text) with
            {
                Paragraphs = [Documents.Paragraph(text) with { FormatSpans = [bold] }, Documents.Paragraph(text)],
            }
        );
        ExpectSame(document, await Ingestion.IngestAsync(await ExportAsync(document)));
    }

    [TestMethod]
    public async Task Appendix_and_authorities_come_back_as_sections_of_their_own_after_those_of_the_draft()
    {
        var petition = Documents.Petition();
        var draft = await Records.CreateDraftAsync(ToJson(petition));
        await Client("exhibits").PostJsonAsync("/exhibits", new { draft_id = draft.Id, title = "The lease" }, Cancel).ExpectAsync(201);
        var file = await Export.ExportAsync(new ExportRequest(draft.Id, IncludeExhibits: true, IncludeAuthorities: true));
        var document = await Ingestion.IngestAsync(file.Bytes);

        Assert.AreSequenceEqual(
            petition.Body.Sections.Select(s => s.Type).Concat(["authorities", "appendix"]).ToArray(),
            document.Body.Sections.Select(s => s.Type).ToArray()
        );
        Assert.Contains("Exhibit A: The lease", document.Body.Sections[^1].Paragraphs.Select(p => p.Text).ToArray());
    }

    private async Task<byte[]> ExportAsync(LegalDocument document)
    {
        var draft = await Records.CreateDraftAsync(ToJson(document));
        return (await Export.ExportAsync(new ExportRequest(draft.Id))).Bytes;
    }

    private static JsonObject ToJson(LegalDocument document) => JsonSerializer.SerializeToNode(document, Json.Strict)!.AsObject();

    private static void ExpectCourtLayout(OpenedDocx docx)
    {
        var footer = docx.Main.FooterParts.Single().Footer!;
        Assert.IsEmpty(docx.Faults, string.Join('\n', docx.Faults));
        Assert.AreEqual("Times New Roman", docx.Styles.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!.RunFonts!.Ascii!.Value);
        Assert.AreEqual("24", docx.Styles.DocDefaults.RunPropertiesDefault.RunPropertiesBaseStyle.FontSize!.Val!.Value);
        Assert.AreEqual(W.JustificationValues.Center, docx.Style("CaseCaption").StyleParagraphProperties!.Justification!.Val!.Value);
        Assert.AreEqual("PAGE", footer.Descendants<W.SimpleField>().Single().Instruction!.Value!.Trim());
        Assert.AreEqual((W.NumberFormatValues.UpperRoman, "%1."), docx.HeadingNumber(1));
        Assert.AreSequenceEqual(new[] { "PARTIES", "ARGUMENT", "PRAYER" }, docx.Texts("Heading1").ToArray());
    }

    private static void ExpectSame(LegalDocument drafted, LegalDocument ingested)
    {
        Assert.AreEqual(drafted.Meta.Title, ingested.Meta.Title);
        JsonAssert.AreSame(
            drafted.AllSections().Select(s => (s.Level, s.Title)).Select(Text),
            ingested.AllSections().Select(s => (s.Level, s.Title)).Select(Text)
        );
        JsonAssert.AreSame(drafted.AllParagraphs().Select(p => p.Text), ingested.AllParagraphs().Select(p => p.Text));
        JsonAssert.AreSame(drafted.AllParagraphs().Select(Spans), ingested.AllParagraphs().Select(Spans));
        JsonAssert.AreSame(
            drafted.Caseblock,
            ingested.Caseblock is null ? null : ingested.Caseblock with { Confidence = drafted.Caseblock?.Confidence }
        );
        JsonAssert.AreSame(drafted.SignatureBlock, ingested.SignatureBlock);
    }

    private static string Text((int Level, string Title) section) => section.ToString();

    private static IEnumerable<FormatSpan> Spans(Paragraph paragraph) =>
        paragraph.FormatSpans.OrderBy(s => s.StartOffset).ThenBy(s => s.Style);
}
