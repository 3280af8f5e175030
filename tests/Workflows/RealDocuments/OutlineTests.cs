using Clients.Docx;
using Clients.Ingestion;
using Clients.LegalDocuments;
using IntegrationSuite.TestKit;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Workflows.RealDocuments;

/// <summary>Documents of different make go through ingestion and come out with the outline that a reader sees.</summary>
[TestClass]
public sealed class OutlineTests : ServiceTest
{
    private IngestionClient Ingestion => new(Client("ingestion"), Cancel);

    [TestMethod]
    public Task Headings_by_style_make_a_tree_by_level() =>
        ExpectAsync(
            new DocxBuilder()
                .HeadingStyles()
                .Text("Before.")
                .Heading(1, "Facts")
                .Text("One.", "Two.")
                .Heading(2, "Early")
                .Heading(3, "Deep")
                .Text("Three.")
                .Heading(2, "Late")
                .Heading(1, "Prayer")
                .Text("Four."),
            """
            - preamble (1)
            - Facts (2)
              - Early (0)
                - Deep (1)
              - Late (0)
            - Prayer (1)
            """
        );

    [TestMethod]
    public Task A_level_that_is_left_out_hangs_the_deeper_heading_under_the_one_above() =>
        ExpectAsync(
            new DocxBuilder().HeadingStyles().Heading(3, "First").Text("One.").Heading(1, "Second").Heading(3, "Third").Text("Two."),
            """
            - First (1)
            - Second (0)
              - Third (1)
            """
        );

    [TestMethod]
    public Task Headings_of_a_German_Word_are_known_by_their_name_and_those_of_ones_own_by_the_style_they_are_based_on() =>
        ExpectAsync(
            new DocxBuilder()
                .Style("berschrift1", "heading 1")
                .Style("Meine", "Meine Überschrift", basedOn: "berschrift1")
                .Style("Rand", "Randtitel", null, new W.StyleParagraphProperties(new W.OutlineLevel { Val = 1 }))
                .Add(P.Styled("berschrift1", "Sachverhalt"))
                .Text("Eins.")
                .Add(P.Styled("Rand", "Größe"))
                .Add(P.Styled("Meine", "Antrag"))
                .Text("Zwei."),
            """
            - Sachverhalt (1)
              - Größe (0)
            - Antrag (1)
            """
        );

    [TestMethod]
    public Task A_paragraph_with_an_outline_level_of_its_own_is_a_heading_and_level_10_is_text() =>
        ExpectAsync(
            new DocxBuilder()
                .HeadingStyles()
                .Add(
                    P.With(P.Text("Own"), new W.OutlineLevel { Val = 0 }),
                    P.With(P.Styled("Heading1", "Text by its own word."), new W.OutlineLevel { Val = 9 })
                ),
            "- Own (1)"
        );

    [TestMethod]
    public Task Headings_by_numbering_alone_have_their_numbers_and_lists_stay_text() =>
        ExpectAsync(
            new DocxBuilder()
                .List(1, (W.NumberFormatValues.UpperRoman, "%1."), (W.NumberFormatValues.UpperLetter, "%2."))
                .List(2, (W.NumberFormatValues.Decimal, "%1)"))
                .List(3, (W.NumberFormatValues.Bullet, "·"))
                .Add(P.Numbered(1, 0, "PARTIES"))
                .Text("Ann sues.")
                .Add(P.Numbered(1, 0, "CLAIMS"), P.Numbered(1, 1, "Negligence"))
                .Text("He fell.")
                .Add(P.Numbered(1, 1, "Fraud"))
                .Text("He lied.")
                .Add(P.Numbered(2, 0, "apples"), P.Numbered(2, 0, "pears"), P.Numbered(2, 0, "plums"), P.Numbered(3, 0, "bullet")),
            """
            I PARTIES (1)
            II CLAIMS (0)
              A Negligence (1)
              B Fraud (5)
            """
        );

    [TestMethod]
    public Task A_heading_with_a_bullet_or_a_lone_sign_has_no_number() =>
        ExpectAsync(
            new DocxBuilder()
                .HeadingStyles()
                .List(1, (W.NumberFormatValues.Bullet, "·"))
                .Add(P.Heading(1, 0, "Bullet"), P.Heading(0, 0, ". Stop"), P.Heading(0, 0, ") Bracket"), P.Heading(0, 0, "(. Both")),
            """
            - Bullet (0)
            - . Stop (0)
            - ) Bracket (0)
            - (. Both (0)
            """
        );

    [TestMethod]
    public Task Numbers_are_counted_as_Word_counts_them() =>
        ExpectAsync(
            new DocxBuilder()
                .HeadingStyles()
                .List(
                    1,
                    (W.NumberFormatValues.Decimal, "%1."),
                    (W.NumberFormatValues.Decimal, "%1.%2"),
                    (W.NumberFormatValues.LowerRoman, "(%3)")
                )
                .ListInstance(2, list: 1, startAt: 9)
                .Add(
                    P.Heading(1, 0, "One"),
                    P.Heading(1, 1, "One one"),
                    P.Heading(1, 2, "i"),
                    P.Heading(1, 2, "ii"),
                    P.Heading(1, 1, "One two"),
                    P.Heading(1, 2, "i again")
                )
                .Add(P.Heading(1, 0, "Two"), P.Heading(2, 0, "Nine"), P.Heading(1, 0, "Ten"), P.Heading(0, 0, "None")),
            """
            1 One (0)
              1.1 One one (0)
                i i (0)
                ii ii (0)
              1.2 One two (0)
                i i again (0)
            2 Two (0)
            9 Nine (0)
            10 Ten (0)
            - None (0)
            """
        );

    [TestMethod]
    public Task Bold_lines_are_headings_where_nothing_else_is_and_typed_numbers_are_numbers() =>
        ExpectAsync(
            new DocxBuilder()
                .Add(P.Bold("I. FACTS"))
                .Text("One.")
                .Add(P.Bold("(a) Early days"))
                .Text("Two.")
                .Add(P.Bold("2.1 Late days"))
                .Text("Three.")
                .Add(P.Bold("IN SUM"))
                .Add(P.Bold("This whole sentence is bold.")),
            """
            I FACTS (1)
              a Early days (1)
              2.1 Late days (1)
            - IN SUM (1)
            """
        );

    [TestMethod]
    public Task Bold_lines_below_headings_by_style_are_a_level_deeper() =>
        ExpectAsync(
            new DocxBuilder().HeadingStyles().Heading(1, "Facts").Add(P.Bold("Early")).Text("One.").Heading(1, "Prayer").Text("Two."),
            """
            - Facts (0)
              - Early (1)
            - Prayer (1)
            """
        );

    [TestMethod]
    public async Task Tables_text_boxes_and_footnotes_are_read_where_they_stand()
    {
        var box = new W.Run(
            new W.Picture(
                new DocumentFormat.OpenXml.Vml.Shape(new DocumentFormat.OpenXml.Vml.TextBox(new W.TextBoxContent(P.Text("In a box."))))
            )
        );
        var document = await Ingestion.IngestAsync(
            new DocxBuilder()
                .Footnote(7, "In a note.")
                .Add(
                    P.Table(["North", "South"], ["East", "West"]),
                    P.Of(P.Run("With a note."), new W.Run(new W.FootnoteReference { Id = 7 })),
                    P.Of(P.Run("With a box."), box)
                )
                .Text("The end.")
                .Build()
        );

        Assert.AreSequenceEqual(
            new[] { "North", "South", "East", "West", "With a note.", "In a note.", "With a box.", "In a box.", "The end." },
            document.AllParagraphs().Select(p => p.Text).ToArray()
        );
    }

    [TestMethod]
    public async Task Two_hundred_pages_keep_every_paragraph()
    {
        var file = new DocxBuilder().HeadingStyles();
        for (var page = 1; page <= 200; page++)
        {
            file.Heading(1, $"Page {page}")
                .Text([
                    .. Enumerable
                        .Range(1, 5)
                        .Select(i => $"Paragraph {i} of page {page} says this. And it says that, at 12 Main St. in Austin."),
                ]);
        }

        var document = await Ingestion.IngestAsync(file.Build());

        Assert.HasCount(200, document.Body.Sections);
        Assert.HasCount(1000, document.AllParagraphs());
        Assert.AreEqual(2000, document.AllParagraphs().Sum(p => p.Sentences.Count));
    }

    private async Task ExpectAsync(DocxBuilder file, string outline) =>
        Assert.AreEqual(outline.ReplaceLineEndings("\n"), OutlineText.Of(await Ingestion.IngestAsync(file.Build())));
}
