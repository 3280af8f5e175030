using Clients.LegalDocuments;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Contracts.Export;

/// <summary>How an exported file looks: read from the file itself.</summary>
[TestClass]
public sealed class DocxLayoutTests : ExportTest
{
    [TestMethod]
    public async Task The_file_passes_the_validator_of_the_Open_XML_SDK()
    {
        foreach (var document in new[] { Documents.Short(), Documents.Petition() })
        {
            using var docx = await OpenAsync(document);
            Assert.IsEmpty(docx.Faults, string.Join('\n', docx.Faults));
        }
    }

    [TestMethod]
    public async Task All_text_is_Times_New_Roman_of_12_points()
    {
        using var docx = await OpenAsync(Documents.Petition());
        var text = docx.Styles.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;

        Assert.AreEqual("Times New Roman", text.RunFonts!.Ascii!.Value);
        Assert.AreEqual("Times New Roman", text.RunFonts.HighAnsi!.Value);
        Assert.AreEqual("24", text.FontSize!.Val!.Value, "Word counts half points.");
        Assert.IsEmpty(docx.Styles.Elements<W.Style>().SelectMany(s => s.Descendants<W.FontSize>()), "A style sets another size.");
        Assert.IsEmpty(docx.Body.Descendants<W.RunFonts>(), "A run sets another font.");
    }

    [TestMethod]
    public async Task The_caption_is_centred_and_gives_each_party_a_line()
    {
        using var docx = await OpenAsync(Documents.Petition());

        Assert.AreEqual(W.JustificationValues.Center, docx.Style("CaseCaption").StyleParagraphProperties!.Justification!.Val!.Value);
        Assert.AreSequenceEqual(
            new[]
            {
                "CAUSE NO. D-1-GN-25-000123",
                "Ann Smith,",
                "Plaintiff,",
                "v.",
                "Acme Corp.,",
                "Smith, Jones and Doe, LLP,",
                "Defendants.",
                "IN THE DISTRICT COURT OF TRAVIS COUNTY, TEXAS",
            },
            docx.Texts("CaseCaption").ToArray()
        );
    }

    [TestMethod]
    public async Task A_caption_without_parties_shows_what_there_is()
    {
        using var docx = await OpenAsync(Documents.Short() with { Caseblock = new Clients.LegalDocuments.CaseBlock([], [], "42") });
        Assert.AreSequenceEqual(new[] { "CAUSE NO. 42" }, docx.Texts("CaseCaption").ToArray());
    }

    [TestMethod]
    public async Task The_signature_block_shows_a_line_for_each_value()
    {
        using var docx = await OpenAsync(Documents.Petition());
        Assert.AreSequenceEqual(
            new[]
            {
                "Respectfully submitted,",
                "Roe & Partners, LLP",
                "/s/ Jane Roe",
                "Jane Roe",
                "State Bar No. 24012345",
                "500 Congress Ave.Austin, TX 78701",
                "Telephone: (512) 555-0100",
                "jane@roe.example",
            },
            docx.Texts("SignatureBlock").ToArray()
        );
        Assert.HasCount(1, docx.Paragraphs("SignatureBlock").SelectMany(p => p.Descendants<W.Break>()), "The lines of the address.");
    }

    [TestMethod]
    public async Task The_footer_of_each_page_shows_its_number()
    {
        using var docx = await OpenAsync(Documents.Short());
        var reference = docx.Body.Elements<W.SectionProperties>().Single().Elements<W.FooterReference>().Single();
        var footer = ((DocumentFormat.OpenXml.Packaging.FooterPart)docx.Main.GetPartById(reference.Id!.Value!)).Footer!;

        Assert.AreEqual("PAGE", footer.Descendants<W.SimpleField>().Single().Instruction!.Value!.Trim());
    }

    [TestMethod]
    [DataRow(null, "%1.", "%2.")]
    [DataRow("IV", "%1.", "%2.")]
    [DataRow("1", "%1.", "%1.%2.")]
    public async Task Sections_are_numbered_by_Word_itself_in_the_way_of_the_document(string? number, string first, string second)
    {
        var section = Documents.Section("FACTS") with
        {
            Number = number,
            Children = [Documents.Section("Early", "Text.") with { Level = 2 }],
        };
        using var docx = await OpenAsync(Documents.Of("Title", section));

        Assert.AreEqual((first, second), (docx.HeadingNumber(1).Text, docx.HeadingNumber(2).Text));
        Assert.AreEqual(number == "1" ? W.NumberFormatValues.Decimal : W.NumberFormatValues.UpperRoman, docx.HeadingNumber(1).Format);
        Assert.AreSequenceEqual(new[] { "FACTS" }, docx.Texts("Heading1").ToArray());
        Assert.AreSequenceEqual(new[] { "Early" }, docx.Texts("Heading2").ToArray());
    }

    [TestMethod]
    public async Task A_section_of_each_level_has_the_heading_of_its_level()
    {
        var section = Documents.Section("9") with { Level = 9 };
        for (var level = 8; level > 0; level--)
        {
            section = Documents.Section($"{level}") with { Level = level, Children = [section] };
        }

        using var docx = await OpenAsync(Documents.Of("Title", section));
        Assert.AreEqual(
            "1 2 3 4 5 6 7 8 9",
            string.Join(' ', Enumerable.Range(1, 9).Select(level => string.Join(',', docx.Texts($"Heading{level}"))))
        );
    }

    [TestMethod]
    public async Task Format_spans_become_runs_and_may_overlap()
    {
        var paragraph = Documents.Paragraph("bold both italic plain") with
        {
            FormatSpans =
            [
                new FormatSpan(5, 16, FormatStyle.Italic),
                new FormatSpan(0, 9, FormatStyle.Bold),
                new FormatSpan(17, 22, FormatStyle.Underline),
                new FormatSpan(0, 0, FormatStyle.Underline),
            ],
        };
        using var docx = await OpenAsync(Documents.Of("Title", Documents.Section("SECTION") with { Paragraphs = [paragraph] }));

        var runs = docx.Paragraphs("BodyText")
            .Single()
            .Elements<W.Run>()
            .Select(r =>
                $"{r.InnerText}|{r.RunProperties?.Bold is not null}|{r.RunProperties?.Italic is not null}|{r.RunProperties?.Underline is not null}"
            );
        Assert.AreSequenceEqual(
            new[]
            {
                "bold |True|False|False",
                "both|True|True|False",
                " italic|False|True|False",
                " |False|False|False",
                "plain|False|False|True",
            },
            runs.ToArray()
        );
    }
}
