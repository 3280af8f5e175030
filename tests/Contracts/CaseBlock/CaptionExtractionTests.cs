using Clients.CaseBlock;
using Clients.Problems;
using IntegrationSuite.TestKit;

namespace Contracts.CaseBlock;

/// <summary>Captions as American courts write them.</summary>
[TestClass]
public sealed class CaptionExtractionTests : CaseBlockTest
{
    [TestMethod]
    public async Task A_caption_in_one_line_is_read() =>
        AssertSame(
            new ExtractedCaption(["JOHN SMITH"], ["ACME CORP."], 0.6),
            await ExtractAsync("JOHN SMITH, Plaintiff, v. ACME CORP., Defendant.")
        );

    [TestMethod]
    public async Task A_whole_caption_in_one_paragraph_is_read() =>
        AssertSame(
            new ExtractedCaption(["JOHN SMITH"], ["ACME CORP."], 1, "2024-12345", "IN THE DISTRICT COURT OF TRAVIS COUNTY, TEXAS"),
            await ExtractAsync(
                "CAUSE NO. 2024-12345 JOHN SMITH, Plaintiff, v. ACME CORP., Defendant. IN THE DISTRICT COURT OF TRAVIS COUNTY, TEXAS"
            )
        );

    [TestMethod]
    public async Task A_caption_over_paragraphs_is_read() =>
        AssertSame(
            new ExtractedCaption(
                ["JOHN SMITH"],
                ["ACME CORP."],
                1,
                "2024-12345",
                "IN THE DISTRICT COURT OF TRAVIS COUNTY, TEXAS\n250TH JUDICIAL DISTRICT"
            ),
            await ExtractAsync(
                """
                CAUSE NO. 2024-12345
                JOHN SMITH,
                Plaintiff,

                v.

                ACME CORP.,
                Defendant.
                IN THE DISTRICT COURT OF TRAVIS COUNTY, TEXAS
                250TH JUDICIAL DISTRICT
                PLAINTIFF'S ORIGINAL PETITION
                Plaintiff, John Smith, files this petition against Defendant and shows the Court.
                """
            )
        );

    [TestMethod]
    public async Task A_Texas_caption_with_a_column_of_section_signs_is_read() =>
        AssertSame(
            new ExtractedCaption(
                ["JOHN SMITH", "JANE SMITH"],
                ["ACME, INC.", "ROBERT ROE, JR."],
                1,
                "D-1-GN-24-001234",
                "IN THE DISTRICT COURT"
            ),
            await ExtractAsync(
                """
                CAUSE NO. D-1-GN-24-001234
                JOHN SMITH and JANE SMITH, § IN THE DISTRICT COURT OF
                Plaintiffs, §
                §
                v. § TRAVIS COUNTY, TEXAS
                §
                ACME, INC., and ROBERT ROE, JR., §
                Defendants. § 250TH JUDICIAL DISTRICT
                """
            )
        );

    [TestMethod]
    public async Task The_cells_of_a_caption_in_a_table_are_read() =>
        AssertSame(
            new ExtractedCaption(
                ["JOHN SMITH"],
                ["ACME CORP."],
                0.8,
                Court: "IN THE DISTRICT COURT OF\nTRAVIS COUNTY, TEXAS\n250TH JUDICIAL DISTRICT"
            ),
            await CaseBlock.ExtractAsync(
                "JOHN SMITH,\nPlaintiff,\nv.\nACME CORP.,\nDefendant.",
                "§\n§\n§",
                "IN THE DISTRICT COURT OF\nTRAVIS COUNTY, TEXAS\n250TH JUDICIAL DISTRICT"
            )
        );

    [TestMethod]
    public async Task A_federal_caption_with_a_column_of_parentheses_is_read() =>
        AssertSame(
            new ExtractedCaption(
                ["JANE DOE"],
                ["UNIVERSAL WIDGETS, LLC"],
                1,
                "1:23-cv-00456",
                "IN THE UNITED STATES DISTRICT COURT\nFOR THE WESTERN DISTRICT OF TEXAS\nAUSTIN DIVISION"
            ),
            await ExtractAsync(
                """
                IN THE UNITED STATES DISTRICT COURT
                FOR THE WESTERN DISTRICT OF TEXAS
                AUSTIN DIVISION
                JANE DOE, )
                Plaintiff, )
                )
                v. ) Civil Action No. 1:23-cv-00456
                )
                UNIVERSAL WIDGETS, LLC, et al., )
                Defendants. )
                """
            )
        );

    [TestMethod]
    public async Task A_California_caption_below_the_attorneys_is_read() =>
        AssertSame(
            new ExtractedCaption(
                ["JOHN SMITH"],
                ["ACME CORP.", "DOES 1 through 10"],
                1,
                "23STCV01234",
                "SUPERIOR COURT OF THE STATE OF CALIFORNIA\nCOUNTY OF LOS ANGELES"
            ),
            await ExtractAsync(
                """
                Jane Doe (SBN 123456)
                DOE LLP
                Attorneys for Plaintiff
                SUPERIOR COURT OF THE STATE OF CALIFORNIA
                COUNTY OF LOS ANGELES
                JOHN SMITH, an individual,
                Plaintiff,
                vs.
                ACME CORP., a Delaware corporation; and DOES 1 through 10, inclusive,
                Defendants.
                Case No.: 23STCV01234
                COMPLAINT FOR DAMAGES
                """
            )
        );

    [TestMethod]
    public async Task An_appeal_is_read() =>
        AssertSame(
            new ExtractedCaption(
                ["STATE OF TEXAS"],
                ["RICHARD ROE"],
                1,
                "23-456",
                "IN THE COURT OF APPEALS FOR THE FIFTH DISTRICT OF TEXAS"
            ),
            await ExtractAsync(
                "No. 23-456\nIN THE COURT OF APPEALS FOR THE FIFTH DISTRICT OF TEXAS\nSTATE OF TEXAS, Appellant\nvs.\nRICHARD ROE, Appellee"
            )
        );

    [TestMethod]
    public async Task A_proceeding_without_adversaries_has_a_court_and_a_number() =>
        AssertSame(
            new ExtractedCaption([], [], 0.4, "24-PR-00123", "IN THE PROBATE COURT OF HARRIS COUNTY"),
            await ExtractAsync("IN RE: ESTATE OF JOHN SMITH\nCASE NO. 24-PR-00123\nIN THE PROBATE COURT OF HARRIS COUNTY")
        );

    [TestMethod]
    public async Task Parties_without_roles_are_worth_less() =>
        AssertSame(
            new ExtractedCaption(["JOHN SMITH", "JANE ROE"], ["ACME CORP."], 0.5),
            await ExtractAsync("JOHN SMITH,\nJANE ROE\n-against-\nACME CORP.\nSomething else")
        );

    [TestMethod]
    public async Task A_caption_is_found_behind_citations_and_a_blank_number() =>
        AssertSame(
            new ExtractedCaption(["JOHN SMITH"], ["ACME CORP."], 0.6),
            await ExtractAsync(
                "See Brown v. Board of Education, 347 U.S. 483 (1954).\nCAUSE NO. ________\nJOHN SMITH, Plaintiff,\nv.\nACME CORP., Defendant."
            )
        );

    [TestMethod]
    [DataRow("")]
    [DataRow("The parties agree.")]
    [DataRow("See Brown v. Board of Education, 347 U.S. 483 (1954).")]
    [DataRow("Plaintiff\nv.\nDefendant")]
    [DataRow("v.")]
    [DataRow(
        "The District Court of Travis County decided Case No. 12 in favour of the plaintiff, who then asked for more and did not get it, as the clerk of the court wrote."
    )]
    public async Task What_is_no_caption_is_refused(string text) =>
        await Http.PostJsonAsync("/caseblock/extract", new { paragraphs = text.Split('\n') }, Cancel).ExpectProblemAsync(422);

    [TestMethod]
    [DataRow("{}", "paragraphs")]
    [DataRow("""{"paragraphs":null}""", "paragraphs")]
    [DataRow("""{"paragraphs":"v."}""", "paragraphs")]
    [DataRow("""{"paragraphs":["v.",null]}""", "paragraphs[1]")]
    [DataRow("""{"paragraphs":[1]}""", "paragraphs[0]")]
    [DataRow("""{"paragraphs":[],"limit":1}""", "limit")]
    [DataRow("[]", "body")]
    public async Task A_malformed_request_is_refused(string body, string field) =>
        await ExpectRefusedAsync(Http.PostJsonAsync("/caseblock/extract", body, Cancel), field);

    [TestMethod]
    public async Task More_or_longer_paragraphs_than_allowed_are_refused()
    {
        await ExpectRefusedAsync(
            Http.PostJsonAsync("/caseblock/extract", new { paragraphs = Enumerable.Repeat("", 20_001) }, Cancel),
            "paragraphs"
        );
        await ExpectRefusedAsync(
            Http.PostJsonAsync("/caseblock/extract", new { paragraphs = new[] { new string('x', 100_001) } }, Cancel),
            "paragraphs"
        );
    }
}
