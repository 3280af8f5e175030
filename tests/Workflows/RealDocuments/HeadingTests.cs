using Clients.Docx;
using Clients.Ingestion;
using IntegrationSuite.TestKit;

namespace Workflows.RealDocuments;

/// <summary>Which bold line is a heading, and what a document is called.</summary>
[TestClass]
public sealed class HeadingTests : ServiceTest
{
    private IngestionClient Ingestion => new(Client("ingestion"), Cancel);

    public static IEnumerable<(string Line, bool IsHeading)> Lines =>
        [
            ("Facts", true),
            ("Größe", true),
            (new string('x', 150), true),
            (new string('x', 151), false),
            ("No", true),
            ("X", false),
            ("12 / 34", false),
            ("A sentence.", false),
            ("A clause;", false),
            ("A name,", false),
            ("A question?", true),
            ("A list:", true),
        ];

    [TestMethod]
    [DynamicData(nameof(Lines))]
    public async Task A_bold_line_is_a_heading_if_it_looks_like_a_title(string line, bool isHeading)
    {
        var document = await Ingestion.IngestAsync(new DocxBuilder().Text("Before.").Add(P.Bold(line)).Text("After.").Build());
        Assert.AreEqual(isHeading, document.AllSections().Any(section => section.Title == line), $"ingestion: {OutlineText.Of(document)}");
    }

    [TestMethod]
    [DataRow("petition|complaint|motion|answer|brief|response|reply|notice|affidavit|order|judgment")]
    public async Task The_kind_of_a_document_is_told_by_its_title_in_any_case(string kinds)
    {
        foreach (var kind in kinds.Split('|'))
        {
            var meta = (await Ingestion.IngestAsync(Plain(), $"Smith {kind.ToUpperInvariant()} 2.docx")).Meta;
            Assert.AreEqual((kind, $"Smith {kind.ToUpperInvariant()} 2"), (meta.Type, meta.Title));
        }

        Assert.AreEqual("document", (await Ingestion.IngestAsync(Plain(), "Letter.docx")).Meta.Type);
    }

    [TestMethod]
    [DataRow(" Padded \n", "Padded")]
    [DataRow(" ", "file")]
    [DataRow("", "file")]
    public async Task A_title_in_the_properties_counts_unless_it_is_blank(string property, string title) =>
        Assert.AreEqual(title, (await Ingestion.IngestAsync(Plain(property), "file.docx")).Meta.Title);

    [TestMethod]
    [DataRow(1000, true)]
    [DataRow(1001, false)]
    public async Task A_title_in_the_properties_counts_up_to_1000_characters(int length, bool counts)
    {
        var title = new string('t', length);
        Assert.AreEqual(counts ? title : "file", (await Ingestion.IngestAsync(Plain(title), "file.docx")).Meta.Title);
    }

    private static byte[] Plain(string? title = null) =>
        (title is null ? new DocxBuilder() : new DocxBuilder().WithTitleProperty(title)).Text("Text.").Build();
}
