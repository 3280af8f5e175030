using Clients.Docx;
using Clients.Ingestion;
using Clients.LegalDocuments;
using IntegrationSuite.TestKit;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Workflows.RealDocuments;

/// <summary>Captions and signature blocks of documents that other programs wrote.</summary>
[TestClass]
public sealed class PartyTests : ServiceTest
{
    private IngestionClient Ingestion => new(Client("ingestion"), Cancel);

    [TestMethod]
    public async Task A_caption_in_lines_is_found_and_is_no_longer_text()
    {
        var document = await Ingestion.IngestAsync(
            new DocxBuilder()
                .Add(
                    P.Centred("CAUSE NO. 2024-12345"),
                    P.Bold("JOHN SMITH,"),
                    P.Text("Plaintiff,"),
                    P.Text("v."),
                    P.Bold("ACME CORP.,"),
                    P.Text("Defendant."),
                    P.Centred("IN THE DISTRICT COURT OF TRAVIS COUNTY, TEXAS"),
                    P.Centred("PLAINTIFF JOHN SMITH’S ORIGINAL PETITION")
                )
                .Text(
                    "TO THE HONORABLE JUDGE OF SAID COURT: John Smith files this petition against Acme Corp. and would show the Court as follows."
                )
                .Build()
        );

        var caption = document.Caseblock!;
        Assert.AreSequenceEqual(new[] { "JOHN SMITH" }, caption.Plaintiffs.ToArray());
        Assert.AreSequenceEqual(new[] { "ACME CORP." }, caption.Defendants.ToArray());
        Assert.AreEqual("2024-12345", caption.CauseNumber);
        Assert.AreEqual(("PLAINTIFF JOHN SMITH’S ORIGINAL PETITION", "petition"), (document.Meta.Title, document.Meta.Type));
        Assert.HasCount(1, document.AllParagraphs());
        Assert.AreEqual("- preamble (1)", OutlineText.Of(document));
    }

    [TestMethod]
    public async Task A_caption_in_a_table_of_section_signs_is_found()
    {
        var document = await Ingestion.IngestAsync(
            new DocxBuilder()
                .HeadingStyles()
                .Add(
                    P.Text("NO. D-1-GN-24-001234"),
                    P.Table(
                        ["ANN ROE,", "§", "IN THE DISTRICT COURT"],
                        ["Plaintiff,", "§", ""],
                        ["v.", "§", "TRAVIS COUNTY, TEXAS"],
                        ["BOB DOE,", "§", ""],
                        ["Defendant.", "§", "250TH JUDICIAL DISTRICT"]
                    )
                )
                .Heading(1, "FACTS")
                .Text("Ann Roe fell.")
                .Build()
        );

        Assert.AreSequenceEqual(new[] { "ANN ROE" }, document.Caseblock!.Plaintiffs.ToArray());
        Assert.AreSequenceEqual(new[] { "BOB DOE" }, document.Caseblock.Defendants.ToArray());
        Assert.AreEqual("Ann Roe fell.", document.AllParagraphs().Last().Text);
    }

    [TestMethod]
    public async Task A_signature_block_is_found_and_what_follows_it_stays()
    {
        var document = await Ingestion.IngestAsync(
            new DocxBuilder()
                .HeadingStyles()
                .Heading(1, "PRAYER")
                .Text(
                    "Plaintiff prays for relief.",
                    "Respectfully submitted,",
                    "ROE & PARTNERS, LLP",
                    "/s/ Jane Roe",
                    "Jane Roe",
                    "State Bar No. 24012345"
                )
                .Text("500 Congress Ave.", "Austin, Texas 78701", "Telephone: (512) 555-0100", "jane@roe.example", "ATTORNEY FOR PLAINTIFF")
                .Heading(1, "CERTIFICATE OF SERVICE")
                .Text("I certify that a true copy of this petition was served on all of the parties of record on this day.")
                .Build()
        );

        Assert.AreEqual(("Jane Roe", "24012345"), (document.SignatureBlock!.AttorneyName, document.SignatureBlock.BarNumber));
        Assert.AreEqual("- PRAYER (1)\n- CERTIFICATE OF SERVICE (1)", OutlineText.Of(document));
    }

    [TestMethod]
    public async Task A_caption_in_a_table_whose_cells_have_several_lines_is_found()
    {
        var table = P.Table(["ANN ROE,", "§"], ["BOB DOE,", "§"]);
        var cells = table.Descendants<W.TableCell>().ToList();
        cells[0].Append(P.Text("Plaintiff,"), P.Text("v."));
        cells[1].Append(P.Text("§"), P.Text("§"));
        cells[2].Append(P.Text("Defendant."));
        cells[3].Append(P.Text("§"));
        var document = await Ingestion.IngestAsync(
            new DocxBuilder().HeadingStyles().Add(P.Text("CAUSE NO. 24-1"), table).Heading(1, "FACTS").Text("Ann Roe fell.").Build()
        );

        Assert.AreEqual(
            ("ANN ROE", "BOB DOE", "24-1"),
            (document.Caseblock?.Plaintiffs.Single(), document.Caseblock?.Defendants.Single(), document.Caseblock?.CauseNumber)
        );
    }

    [TestMethod]
    [DataRow("The landlord says that on the first of May the tenant, JOHN SMITH, had paid him the rent of three months in coins.")]
    [DataRow("*****")]
    [DataRow("FINAL PETITION OF JOHN SMITH")]
    [DataRow("FINAL COMPLAINT OF JOHN SMITH")]
    [DataRow("FINAL MOTION OF JOHN SMITH")]
    [DataRow("FINAL ANSWER OF JOHN SMITH")]
    [DataRow("FINAL BRIEF OF JOHN SMITH")]
    [DataRow("FINAL MEMORANDUM OF JOHN SMITH")]
    [DataRow("FINAL NOTICE OF JOHN SMITH")]
    [DataRow("FINAL RESPONSE OF JOHN SMITH")]
    [DataRow("FINAL REPLY OF JOHN SMITH")]
    [DataRow("FINAL AFFIDAVIT OF JOHN SMITH")]
    [DataRow("FINAL DECLARATION OF JOHN SMITH")]
    [DataRow("FINAL ORDER OF JOHN SMITH")]
    [DataRow("FINAL JUDGMENT OF JOHN SMITH")]
    public async Task What_follows_a_caption_and_is_no_line_of_it_stays(string text)
    {
        var document = await Ingestion.IngestAsync(
            new DocxBuilder()
                .Text("CAUSE NO. 24-1", "JOHN SMITH, Plaintiff,", "v.", "ACME CORP., Defendant.", "IN THE DISTRICT COURT")
                .Text(text, "It rained.")
                .Build()
        );

        Assert.AreEqual("JOHN SMITH", document.Caseblock?.Plaintiffs.Single());
        Assert.AreEqual($"{text}|It rained.", Texts(document), "ingestion: POST /ingest");
    }

    [TestMethod]
    public async Task A_court_with_an_empty_line_in_it_takes_no_text_into_the_caption()
    {
        var court = P.Of(new W.Run(new W.Text("IN THE DISTRICT COURT"), new W.Break(), new W.Break(), new W.Text("TRAVIS COUNTY, TEXAS")));
        var document = await Ingestion.IngestAsync(
            new DocxBuilder()
                .Text("CAUSE NO. 24-1", "JOHN SMITH, Plaintiff,", "v.", "ACME CORP., Defendant.")
                .Add(court)
                .Text("It rained.")
                .Build()
        );

        Assert.AreEqual("IN THE DISTRICT COURT\n\nTRAVIS COUNTY, TEXAS", document.Caseblock?.Court);
        Assert.AreEqual("It rained.", Texts(document), "ingestion: POST /ingest");
    }

    [TestMethod]
    [DataRow("Certified made by: the clerk")]
    [DataRow("EXHIBITS OF JANE ROE")]
    public async Task What_follows_a_signature_block_and_is_no_line_of_it_stays(string text)
    {
        var document = await Ingestion.IngestAsync(
            new DocxBuilder().Text("It rained.", "Respectfully submitted,", "/s/ Jane Roe", "State Bar No. 24012345", text).Build()
        );

        Assert.AreEqual(("Jane Roe", null), (document.SignatureBlock?.AttorneyName, document.SignatureBlock?.Address));
        Assert.AreEqual($"It rained.|{text}", Texts(document), "ingestion: POST /ingest");
    }

    [TestMethod]
    public async Task A_signature_block_ends_at_its_30th_paragraph()
    {
        string[] items = [.. Enumerable.Range(1, 27).Select(i => $"Item {i}")];
        var document = await Ingestion.IngestAsync(
            new DocxBuilder()
                .Text("It rained.", "Respectfully submitted,", "/s/ Jane Roe", "State Bar No. 24012345")
                .Text([.. items, "Phone: none"])
                .Build()
        );

        Assert.AreEqual("Jane Roe", document.SignatureBlock?.AttorneyName);
        Assert.AreEqual(string.Join('|', ["It rained.", .. items, "Phone: none"]), Texts(document), "ingestion: POST /ingest");
    }

    [TestMethod]
    public async Task A_document_without_caption_and_signature_block_has_neither_and_keeps_all_its_text()
    {
        var document = await Ingestion.IngestAsync(new DocxBuilder().Text("Dear Ann,", "It rains.", "Yours, Bob").Build());

        Assert.IsNull(document.Caseblock);
        Assert.IsNull(document.SignatureBlock);
        Assert.HasCount(3, document.AllParagraphs());
    }

    private static string Texts(LegalDocument document) => string.Join('|', document.AllParagraphs().Select(paragraph => paragraph.Text));
}
