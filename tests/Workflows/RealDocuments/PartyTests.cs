using Clients.Docx;
using Clients.Ingestion;
using Clients.LegalDocuments;
using IntegrationSuite.TestKit;

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
        CollectionAssert.AreEqual(new[] { "JOHN SMITH" }, caption.Plaintiffs.ToArray());
        CollectionAssert.AreEqual(new[] { "ACME CORP." }, caption.Defendants.ToArray());
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

        CollectionAssert.AreEqual(new[] { "ANN ROE" }, document.Caseblock!.Plaintiffs.ToArray());
        CollectionAssert.AreEqual(new[] { "BOB DOE" }, document.Caseblock.Defendants.ToArray());
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
    public async Task A_document_without_caption_and_signature_block_has_neither_and_keeps_all_its_text()
    {
        var document = await Ingestion.IngestAsync(new DocxBuilder().Text("Dear Ann,", "It rains.", "Yours, Bob").Build());

        Assert.IsNull(document.Caseblock);
        Assert.IsNull(document.SignatureBlock);
        Assert.HasCount(3, document.AllParagraphs());
    }
}
