using Clients.Docx;
using Clients.Ingestion;
using IntegrationSuite.TestKit;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Workflows.RealDocuments;

/// <summary>The numbers of headings are those that Word shows.</summary>
[TestClass]
public sealed class NumberingTests : ServiceTest
{
    private static readonly Dictionary<string, W.NumberFormatValues> s_formats = new()
    {
        ["upperLetter"] = W.NumberFormatValues.UpperLetter,
        ["lowerLetter"] = W.NumberFormatValues.LowerLetter,
        ["upperRoman"] = W.NumberFormatValues.UpperRoman,
        ["lowerRoman"] = W.NumberFormatValues.LowerRoman,
        ["decimal"] = W.NumberFormatValues.Decimal,
        ["decimalZero"] = W.NumberFormatValues.DecimalZero,
    };

    private IngestionClient Ingestion => new(Client("ingestion"), Cancel);

    [TestMethod]
    [DataRow("upperLetter", "1 A|2 B|26 Z|27 AA|28 BB|52 ZZ|53 AAA|702 ZZZZZZZZZZZZZZZZZZZZZZZZZZZ|703 AAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [DataRow("lowerLetter", "1 a|26 z|27 aa|53 aaa")]
    [DataRow(
        "upperRoman",
        "1 I|3 III|4 IV|5 V|6 VI|9 IX|14 XIV|40 XL|49 XLIX|90 XC|99 XCIX|400 CD|499 CDXCIX|900 CM|1994 MCMXCIV|3999 MMMCMXCIX"
    )]
    [DataRow("lowerRoman", "1 i|4 iv|9 ix|44 xliv|3888 mmmdccclxxxviii")]
    [DataRow("decimal", "1 1|9 9|10 10|100 100|10000 10000")]
    [DataRow("decimalZero", "1 01|9 09|10 10|99 99|100 100")]
    public async Task Every_format_writes_every_number_as_Word_does(string format, string numbers)
    {
        var file = new DocxBuilder().HeadingStyles().List(1, (s_formats[format], "%1."));
        var pairs = numbers.Split('|').Select(pair => pair.Split(' ')).ToList();
        for (var i = 0; i < pairs.Count; i++)
        {
            file.ListInstance(100 + i, list: 1, startAt: int.Parse(pairs[i][0])).Add(P.Heading(100 + i, 0, $"Number {pairs[i][0]}"));
        }

        var sections = (await Ingestion.IngestAsync(file.Text("End.").Build())).Body.Sections;
        Assert.AreEqual(numbers, string.Join('|', sections.Select(section => $"{section.Title.Split(' ')[1]} {section.Number}")));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(" \u00a0")]
    public Task A_numbered_heading_without_text_is_counted_though_it_is_not_shown(string blank) =>
        ExpectAsync(
            new DocxBuilder()
                .HeadingStyles()
                .List(1, (W.NumberFormatValues.UpperRoman, "%1."), (W.NumberFormatValues.Decimal, "%1.%2"))
                .Add(P.Heading(1, 0, "One"), P.Heading(1, 0, blank), P.Heading(1, 0, "Three"))
                .Add(P.Heading(1, 1, blank), P.Heading(1, 1, "Two"), P.Heading(1, 0, "Four")),
            """
            I One (0)
            III Three (0)
              III.2 Two (0)
            IV Four (0)
            """
        );

    [TestMethod]
    public Task A_level_begins_anew_below_each_higher_one_and_a_level_that_was_passed_over_counts_as_its_first() =>
        ExpectAsync(
            new DocxBuilder()
                .HeadingStyles()
                .List(
                    1,
                    (W.NumberFormatValues.Decimal, "%1."),
                    (W.NumberFormatValues.Decimal, "%1.%2"),
                    (W.NumberFormatValues.Decimal, "%1.%2.%3")
                )
                .Add(P.Heading(1, 2, "Deep"), P.Heading(1, 0, "Two"), P.Heading(1, 1, "First"), P.Heading(1, 1, "Second"))
                .Add(P.Heading(1, 2, "Deeper"), P.Heading(1, 0, "Three"), P.Heading(1, 2, "Right below"))
                .Add(P.Heading(1, 0, "Four"), P.Heading(1, 1, "First again"), P.Heading(1, 2, "Deepest")),
            """
            1.1.1 Deep (0)
            1 Two (0)
              1.1 First (0)
              1.2 Second (0)
                1.2.1 Deeper (0)
            2 Three (0)
              2.1.1 Right below (0)
            3 Four (0)
              3.1 First again (0)
                3.1.1 Deepest (0)
            """
        );

    private async Task ExpectAsync(DocxBuilder file, string outline) =>
        Assert.AreEqual(outline.ReplaceLineEndings("\n"), OutlineText.Of(await Ingestion.IngestAsync(file.Build())));
}
