using Clients.Docx;
using Clients.Ingestion;
using DocumentFormat.OpenXml;
using IntegrationSuite.TestKit;
using V = DocumentFormat.OpenXml.Vml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Workflows.RealDocuments;

/// <summary>Text that hangs on a paragraph, or stands within something else, is read once and in its place.</summary>
[TestClass]
public sealed class AnchorTests : ServiceTest
{
    private IngestionClient Ingestion => new(Client("ingestion"), Cancel);

    [TestMethod]
    [DataRow("")]
    [DataRow(" ")]
    [DataRow("Words.")]
    public async Task A_text_box_and_a_footnote_are_read_whatever_the_paragraph_says_that_they_hang_on(string words)
    {
        var file = new DocxBuilder().Footnote(7, "In a note.").Text("First.");
        file.Add(P.Of(P.Run(words), Box("In a box.", "And more.")), P.Of(P.Run(words), Note(7))).Text("Last.");

        string[] hung = string.IsNullOrWhiteSpace(words) ? [] : [words];
        await ExpectAsync(file, ["First.", .. hung, "In a box.", "And more.", .. hung, "In a note.", "Last."]);
    }

    [TestMethod]
    public Task A_footnote_that_is_referred_to_twice_is_read_once_where_it_is_first() =>
        ExpectAsync(
            new DocxBuilder()
                .Footnote(7, "Seven.")
                .Footnote(8, "Eight.")
                .Add(P.Of(P.Run("One."), Note(8), Note(7)), P.Of(P.Run("Two."), Note(8))),
            ["One.", "Eight.", "Seven.", "Two."]
        );

    [TestMethod]
    public Task A_text_box_that_two_programs_are_given_is_read_once() =>
        ExpectAsync(
            new DocxBuilder()
                .Add(
                    P.Of(
                        P.Run("Words."),
                        new W.Run(
                            new AlternateContent(
                                new AlternateContentChoice(Picture("In a box.")) { Requires = "wps" },
                                new AlternateContentFallback(Picture("In a box."))
                            )
                        )
                    )
                )
                .Text("Last."),
            ["Words.", "In a box.", "Last."]
        );

    [TestMethod]
    public Task Cells_boxes_within_cells_and_content_controls_are_read_in_their_order()
    {
        var boxed = P.Table(["One", "Two"], ["Four", "Five"]);
        boxed.Descendants<W.TableCell>().ElementAt(1).Append(P.Of(Box("Three")));
        boxed.Descendants<W.TableCell>().Last().Append(P.Table(["Six", "Seven"]), P.Text("Eight"));
        var control = new W.SdtBlock(
            new W.SdtProperties(new W.Tag { Val = "other" }),
            new W.SdtContentBlock(P.Text("Nine"), P.Text("Ten"))
        );

        return ExpectAsync(
            new DocxBuilder().Add(boxed, control).Text("Eleven"),
            ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven"]
        );
    }

    private async Task ExpectAsync(DocxBuilder file, IReadOnlyList<string> paragraphs)
    {
        var document = await Ingestion.IngestAsync(file.Build());
        Assert.AreEqual(string.Join('|', paragraphs), string.Join('|', document.AllParagraphs().Select(paragraph => paragraph.Text)));
    }

    private static W.Run Note(int id) => new(new W.FootnoteReference { Id = id });

    private static W.Run Box(params string[] paragraphs) => new(Picture(paragraphs));

    private static W.Picture Picture(params string[] paragraphs) =>
        new(new V.Shape(new V.TextBox(new W.TextBoxContent(paragraphs.Select(text => P.Text(text))))));
}
