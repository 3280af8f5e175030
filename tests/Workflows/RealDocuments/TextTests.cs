using Clients.Docx;
using Clients.Ingestion;
using Clients.LegalDocuments;
using DocumentFormat.OpenXml;
using IntegrationSuite.TestKit;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Workflows.RealDocuments;

/// <summary>What a reader sees of a paragraph is its text; how it looks is in its spans.</summary>
[TestClass]
public sealed class TextTests : ServiceTest
{
    private IngestionClient Ingestion => new(Client("ingestion"), Cancel);

    [TestMethod]
    public async Task Tracked_changes_are_read_as_accepted()
    {
        var text = await ReadAsync(
            P.Run("The "),
            new W.DeletedRun(new W.Run(new W.DeletedText("old"))) { Author = "A", Id = "1" },
            new W.InsertedRun(P.Run("new")) { Author = "A", Id = "2" },
            new W.MoveFromRun(P.Run("gone")) { Author = "A", Id = "3" },
            P.Run(" text.")
        );
        Assert.AreEqual("The new text.", text.Text);
    }

    [TestMethod]
    public async Task Hidden_text_and_the_codes_of_fields_are_no_text_but_their_results_are()
    {
        var text = await ReadAsync(
            P.Run("See page "),
            P.Run("secret ", new W.Vanish()),
            new W.Run(new W.FieldChar { FieldCharType = W.FieldCharValues.Begin }),
            new W.Run(new W.FieldCode(" PAGEREF x ")),
            new W.Run(new W.FieldChar { FieldCharType = W.FieldCharValues.Separate }),
            P.Run("7"),
            new W.Run(new W.FieldChar { FieldCharType = W.FieldCharValues.End }),
            new W.SimpleField(P.Run(" of 9")) { Instruction = "NUMPAGES" },
            new W.Hyperlink(P.Run(" here."))
        );
        Assert.AreEqual("See page 7 of 9 here.", text.Text);
    }

    [TestMethod]
    public async Task Tabs_breaks_and_hyphens_are_characters_and_a_page_break_is_none()
    {
        var text = await ReadAsync(
            new W.Run(
                new W.Text("a"),
                new W.TabChar(),
                new W.Text("b"),
                new W.Break(),
                new W.Text("c"),
                new W.CarriageReturn(),
                new W.Text("d"),
                new W.NoBreakHyphen(),
                new W.Text("e"),
                new W.Break { Type = W.BreakValues.Page },
                new W.Text("f")
            )
        );
        Assert.AreEqual("a\tb\nc\nd\u2011ef", text.Text);
    }

    [TestMethod]
    public async Task Looks_come_from_the_run_else_from_its_style_else_from_that_of_the_paragraph()
    {
        var file = new DocxBuilder()
            .Style("Strong", "Strong", null, new W.StyleRunProperties(new W.Bold()))
            .Style("Quote", "Quote", null, new W.StyleRunProperties(new W.Italic()))
            .Add(P.Styled("Quote", "all italic, "));
        var paragraph = P.Styled("Quote", "italic ");
        paragraph.Append(
            P.Run("both ", new W.RunStyle { Val = "Strong" }),
            P.Run("neither ", new W.Italic { Val = false }),
            P.Run("line", new W.Underline { Val = W.UnderlineValues.Double })
        );
        var document = await Ingestion.IngestAsync(file.Add(paragraph).Build());

        Assert.AreSequenceEqual(
            new[]
            {
                new FormatSpan(0, 12, FormatStyle.Italic),
                new FormatSpan(7, 12, FormatStyle.Bold),
                new FormatSpan(20, 24, FormatStyle.Italic),
                new FormatSpan(20, 24, FormatStyle.Underline),
            },
            document.AllParagraphs().Last().FormatSpans.ToArray()
        );
    }

    [TestMethod]
    public async Task A_table_of_contents_is_left_out()
    {
        var document = await Ingestion.IngestAsync(
            new DocxBuilder().Style("TOC1", "toc 1").Add(P.Styled("TOC1", "Facts 1")).Text("Text.").Build()
        );
        Assert.AreEqual("Text.", document.AllParagraphs().Single().Text);
    }

    [TestMethod]
    [DataRow("Title", "From the style")]
    [DataRow(null, "From the properties")]
    public async Task The_title_comes_from_its_style_else_from_the_properties(string? style, string expected)
    {
        var file = new DocxBuilder().WithTitleProperty("From the properties").Style("Title", "Title");
        file.Add(style is null ? P.Text("Text.") : P.Styled(style, "From the style")).Text("More.");
        Assert.AreEqual(expected, (await Ingestion.IngestAsync(file.Build())).Meta.Title);
    }

    [TestMethod]
    public async Task As_much_text_as_one_question_for_citations_holds_and_more_is_read_to_its_end()
    {
        // Five paragraphs are 200,000 characters but for what parts them: one too many for one question.
        string[] texts = [.. Enumerable.Range(0, 5).Select(i => LongText($"See {i + 1} U.S.C. § 10{i}."))];
        var document = await Ingestion.IngestAsync(new DocxBuilder().Text(texts).Build());

        var paragraphs = document.AllParagraphs().ToDictionary(paragraph => paragraph.Id, paragraph => paragraph.Text);
        Assert.AreSequenceEqual(texts, paragraphs.Values.ToArray());
        Assert.AreSequenceEqual(
            Enumerable.Range(0, 5).Select(i => $"{i + 1} U.S.C. § 10{i}").ToArray(),
            document.Citations.Select(citation => paragraphs[citation.ParagraphId][citation.Start..citation.End]).ToArray()
        );
    }

    [TestMethod]
    public async Task A_paragraph_of_50000_characters_is_read_and_so_is_what_is_cited_on_both_sides_of_it()
    {
        string[] texts = ["See 1 U.S.C. § 1.", new string('x', 50_000), "See 2 U.S.C. § 2."];
        var document = await Ingestion.IngestAsync(new DocxBuilder().Text(texts).Build());

        Assert.AreSequenceEqual(texts, document.AllParagraphs().Select(paragraph => paragraph.Text).ToArray());
        Assert.AreSequenceEqual(new[] { "1 U.S.C. § 1", "2 U.S.C. § 2" }, document.Citations.Select(citation => citation.Text).ToArray());
    }

    [TestMethod]
    [DataRow("347 U.S.", "483 (1954) is a case.")]
    [DataRow("See Brown v. Board of Education,", "347 U.S. 483 (1954).")]
    public async Task What_one_paragraph_ends_with_and_the_next_begins_with_is_not_one_citation(string first, string second)
    {
        var document = await Ingestion.IngestAsync(new DocxBuilder().Text(first, second).Build());
        Assert.IsTrue(document.Citations.All(citation => second.Contains(citation.Text, StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task A_document_that_has_no_title_is_called_after_its_file()
    {
        var document = await Ingestion.IngestAsync(new DocxBuilder().Text("Text.").Build(), "Motion to strike.docx");
        Assert.AreEqual(("Motion to strike", "motion"), (document.Meta.Title, document.Meta.Type));
    }

    /// <summary>40,000 characters that end with these.</summary>
    private static string LongText(string end) => string.Concat(Enumerable.Repeat("abcdefghi ", 4_000))[end.Length..] + end;

    private async Task<Paragraph> ReadAsync(params OpenXmlElement[] content) =>
        (await Ingestion.IngestAsync(new DocxBuilder().Add(P.Of(content)).Build())).AllParagraphs().Single();
}
