using Clients.Docx;
using Clients.Ingestion;
using Clients.LegalDocuments;
using DocumentFormat.OpenXml;
using IntegrationSuite.TestKit;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Workflows.RealDocuments;

/// <summary>Bold, italic and underline: from the run, its style, the paragraph's style, and what these are based on.</summary>
[TestClass]
public sealed class LookTests : ServiceTest
{
    private IngestionClient Ingestion => new(Client("ingestion"), Cancel);

    public static IEnumerable<FormatStyle> Looks => Enum.GetValues<FormatStyle>();

    [TestMethod]
    [DynamicData(nameof(Looks))]
    public async Task A_look_comes_from_wherever_it_is_set_and_the_nearest_word_counts(FormatStyle look)
    {
        (string Where, bool IsOn, string? Style, OpenXmlElement[] Run)[] cases =
        [
            ("nowhere", false, null, []),
            ("the run itself", true, null, [On(look)]),
            ("the run's style", true, null, [Character("On")]),
            ("what the run's style is based on", true, null, [Character("Based")]),
            ("the paragraph's style", true, "On", []),
            ("what the paragraph's style is based on", true, "Based", []),
            ("the run against the paragraph's style", false, "Based", [Off(look)]),
            ("the run against its style", false, null, [Character("Based"), Off(look)]),
            ("the run's style against the paragraph's", false, "On", [Character("Off")]),
            ("a style against the one that it is based on", false, "Off", []),
        ];
        var file = new DocxBuilder()
            .Style("On", "On", null, new W.StyleRunProperties(On(look)))
            .Style("Based", "Based", basedOn: "On")
            .Style("Off", "Off", basedOn: "On", new W.StyleRunProperties(Off(look)))
            .Add([.. cases.Select(each => Paragraph(each.Style, P.Run("Words.", each.Run)))]);

        var paragraphs = (await Ingestion.IngestAsync(file.Build())).AllParagraphs().ToList();
        foreach (var (paragraph, (where, isOn, _, _)) in paragraphs.Zip(cases))
        {
            FormatSpan[] expected = isOn ? [new FormatSpan(0, 6, look)] : [];
            Assert.AreSequenceEqual(expected, paragraph.FormatSpans.ToArray(), $"ingestion: {look} by {where}");
        }

        Assert.HasCount(cases.Length, paragraphs);
    }

    [TestMethod]
    public async Task Text_that_a_style_hides_is_no_text()
    {
        var file = new DocxBuilder()
            .Style("Secret", "Secret", null, new W.StyleRunProperties(new W.Vanish()))
            .Add(
                P.Of(
                    P.Run("Seen "),
                    P.Run("hidden ", Character("Secret")),
                    P.Run("shown.", Character("Secret"), new W.Vanish { Val = false })
                )
            );

        Assert.AreEqual("Seen shown.", (await Ingestion.IngestAsync(file.Build())).AllParagraphs().Single().Text);
    }

    [TestMethod]
    public async Task A_look_that_goes_on_over_several_runs_is_one_span_and_each_look_has_its_own()
    {
        var file = new DocxBuilder().Add(
            P.Of(
                P.Run("a", new W.Bold()),
                P.Run("b", new W.Bold(), new W.Italic()),
                P.Run("c", new W.Italic(), new W.Underline { Val = W.UnderlineValues.Single }),
                P.Run("d"),
                P.Run("😀", new W.Bold())
            )
        );

        Assert.AreSequenceEqual(
            new[]
            {
                new FormatSpan(0, 2, FormatStyle.Bold),
                new FormatSpan(1, 3, FormatStyle.Italic),
                new FormatSpan(2, 3, FormatStyle.Underline),
                new FormatSpan(4, 6, FormatStyle.Bold),
            },
            (await Ingestion.IngestAsync(file.Build())).AllParagraphs().Single().FormatSpans.ToArray()
        );
    }

    private static W.Paragraph Paragraph(string? style, W.Run run) =>
        style is null ? P.Of(run) : P.With(P.Of(run), new W.ParagraphStyleId { Val = style });

    private static W.RunStyle Character(string style) => new() { Val = style };

    private static OpenXmlElement On(FormatStyle look) =>
        look switch
        {
            FormatStyle.Bold => new W.Bold(),
            FormatStyle.Italic => new W.Italic(),
            _ => new W.Underline { Val = W.UnderlineValues.Dotted },
        };

    private static OpenXmlElement Off(FormatStyle look) =>
        look switch
        {
            FormatStyle.Bold => new W.Bold { Val = false },
            FormatStyle.Italic => new W.Italic { Val = false },
            _ => new W.Underline { Val = W.UnderlineValues.None },
        };
}
