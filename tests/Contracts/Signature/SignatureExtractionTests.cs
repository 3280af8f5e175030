using Clients.Problems;
using Clients.Signature;
using IntegrationSuite.TestKit;

namespace Contracts.Signature;

/// <summary>Signature blocks as American attorneys write them.</summary>
[TestClass]
public sealed class SignatureExtractionTests : SignatureTest
{
    [TestMethod]
    public async Task A_block_over_paragraphs_is_read() =>
        AssertSame(
            new SignatureFields(
                "Jane Doe",
                "24012345",
                "Doe & Partners LLP",
                "100 Main St., Suite 200\nAustin, Texas 78701",
                "(512) 555-0100",
                "jane@doe.com"
            ),
            await ExtractAsync(
                """
                WHEREFORE, Plaintiff asks for judgment.
                Respectfully submitted,
                /s/ Jane Doe
                Jane Doe
                State Bar No. 24012345
                Doe & Partners LLP
                100 Main St., Suite 200
                Austin, Texas 78701
                Telephone: (512) 555-0100
                Facsimile: (512) 555-0199
                jane@doe.com
                ATTORNEY FOR PLAINTIFF
                CERTIFICATE OF SERVICE
                /s/ Bob Roe
                State Bar No. 11111111
                """
            )
        );

    [TestMethod]
    public async Task A_block_in_one_line_is_read() =>
        AssertSame(
            new SignatureFields(
                "Jane Doe",
                "24012345",
                "Doe & Partners LLP",
                "100 Main St., Suite 200, Austin, Texas 78701",
                "(512) 555-0100",
                "jane@doe.com"
            ),
            await ExtractAsync(
                "Respectfully submitted, /s/ Jane Doe, Jane Doe, State Bar No. 24012345, Doe & Partners LLP, 100 Main St., Suite 200, Austin, Texas 78701, Telephone: (512) 555-0100, jane@doe.com"
            )
        );

    [TestMethod]
    public async Task A_block_with_the_firm_on_top_and_a_blank_to_sign_is_read() =>
        AssertSame(
            new SignatureFields(
                "JOHN Q. PUBLIC, JR.",
                "00123456",
                "SMITH, JONES & DOE, LLP",
                "P.O. Box 1234\nHouston, TX 77002-1234",
                "713.555.0100 ext. 12",
                "john.public@sjd-law.com"
            ),
            await ExtractAsync(
                """
                Respectfully submitted,
                SMITH, JONES & DOE, LLP
                By: ____________
                JOHN Q. PUBLIC, JR.
                Texas Bar No. 00123456
                P.O. Box 1234
                Houston, TX 77002-1234
                Fax: 713-555-0199
                Tel. 713.555.0100 ext. 12
                john.public@sjd-law.com
                """
            )
        );

    [TestMethod]
    public async Task A_Californian_block_at_the_head_of_a_pleading_is_read() =>
        AssertSame(
            new SignatureFields(
                "Jane Doe",
                "123456",
                "DOE LAW GROUP, APC",
                "1000 Wilshire Blvd., Floor 3\nLos Angeles, CA 90017",
                "(213) 555-0100",
                "jane@doe.com"
            ),
            await ExtractAsync(
                """
                Jane Doe (SBN 123456)
                jane@doe.com
                DOE LAW GROUP, APC
                1000 Wilshire Blvd., Floor 3
                Los Angeles, CA 90017
                (213) 555-0100
                Attorneys for Plaintiff
                """
            )
        );

    [TestMethod]
    public async Task A_public_office_is_read() =>
        AssertSame(
            new SignatureFields(
                "Maria de la Cruz",
                "24098765",
                "Office of the Attorney General",
                "P.O. Box 12548, Capitol Station\nAustin, Texas 78711-2548",
                "(512) 463-2100",
                "maria.delacruz@oag.example.gov"
            ),
            await ExtractAsync(
                """
                Respectfully submitted,
                /s/ Maria de la Cruz
                Maria de la Cruz
                Assistant Attorney General
                State Bar No. 24098765
                Office of the Attorney General
                P.O. Box 12548, Capitol Station
                Austin, Texas 78711-2548
                (512) 463-2100 | Fax (512) 457-4410
                maria.delacruz@oag.example.gov
                """
            )
        );

    [TestMethod]
    public async Task Of_two_telephone_numbers_and_two_mail_addresses_the_first_is_read() =>
        AssertSame(
            new SignatureFields("Jane Doe", "24012345", Phone: "(512) 555-0100", Email: "jane@doe.example"),
            await ExtractAsync(
                "/s/ Jane Doe\nState Bar No. 24012345\nOffice: (512) 555-0100\nMobile: (512) 555-0101\njane@doe.example\nparalegal@doe.example"
            )
        );

    [TestMethod]
    public async Task What_stands_below_the_block_is_no_part_of_it() =>
        AssertSame(
            new SignatureFields("Jane Doe", "24012345"),
            await ExtractAsync(
                "Respectfully submitted,\n/s/ Jane Doe\nState Bar No. 24012345\nCERTIFICATE OF SERVICE\nServed on Roe & Poe, LLP\n200 Main St., Austin, TX 78701\n(512) 555-0199\nroe@poe.example"
            )
        );

    [TestMethod]
    public async Task Who_signed_is_the_attorney_whatever_stands_nearer_to_the_bar_number() =>
        AssertSame(
            new SignatureFields("Jane Doe", "24012345"),
            await ExtractAsync("Respectfully submitted,\n/s/ Jane Doe\nLead Trial Counsel\nState Bar No. 24012345")
        );

    [TestMethod]
    public async Task The_bar_number_is_no_house_number() =>
        AssertSame(
            new SignatureFields("Jane Doe", "123456", Address: "100 Main St.\nAustin, TX 78701"),
            await ExtractAsync("/s/ Jane Doe\nState Bar No. 123456 Of counsel\n100 Main St.\nAustin, TX 78701")
        );

    [TestMethod]
    public async Task A_block_without_an_opening_is_found_by_its_signature() =>
        AssertSame(
            new SignatureFields("Jane Doe", "24012345"),
            await ExtractAsync("Dated: May 5, 2024\n/s/ Jane Doe\nState Bar No. 24012345")
        );

    [TestMethod]
    public async Task Without_an_opening_the_firm_and_the_name_stand_up_to_four_lines_above_the_bar_number() =>
        AssertSame(
            new SignatureFields("Jane Doe", "24012345", "DOE & ROE, LLP"),
            await ExtractAsync("DOE & ROE, LLP\nJane Doe\nattorney in charge\nlead counsel\nState Bar No. 24012345")
        );

    [TestMethod]
    public async Task A_name_below_the_bar_number_is_found() =>
        AssertSame(new SignatureFields("Jane Doe", "24012345"), await ExtractAsync("State Bar No. 24012345\nJane Doe"));

    [TestMethod]
    public async Task The_last_closing_with_an_attorney_counts() =>
        AssertSame(
            new SignatureFields("Jane Doe", "24012345"),
            await ExtractAsync(
                "Respectfully submitted,\n/s/ Bob Roe\nState Bar No. 11111111\nEXHIBIT A\nRespectfully submitted,\n/s/ Jane Doe\nState Bar No. 24012345\nEXHIBIT B\nRespectfully submitted,\nThe clerk"
            )
        );

    [TestMethod]
    [DataRow("State Bar No. 24012345", "24012345")]
    [DataRow("Texas State Bar Number: 24012345", "24012345")]
    [DataRow("SBN 123456", "123456")]
    [DataRow("Bar ID #24-0123", "24-0123")]
    [DataRow("ARDC No. 6201234", "6201234")]
    [DataRow("Attorney ID: PA12345", "PA12345")]
    public async Task The_bar_number_is_read_without_its_label(string line, string expected) =>
        Assert.AreEqual(expected, (await ExtractAsync($"/s/ Jane Doe\n{line}")).BarNumber);

    [TestMethod]
    [DataRow("Doe, Roe & Poe, PLLC", "Doe, Roe & Poe, PLLC")]
    [DataRow("Law Offices of Jane Doe", "Law Offices of Jane Doe")]
    [DataRow("Doe & Associates", "Doe & Associates")]
    [DataRow("The Doe Law Firm, P.C.", "The Doe Law Firm, P.C.")]
    [DataRow("Partner, Doe L.L.P., 2nd Floor", "Doe L.L.P.")]
    [DataRow("Suite 5, Officeof the Park, Doe L.L.P.", "Doe L.L.P.")]
    [DataRow("Counsel of record", null)]
    public async Task The_firm_is_told_by_what_firms_are_called(string line, string? expected) =>
        Assert.AreEqual(expected, (await ExtractAsync($"/s/ Jane Doe\nState Bar No. 24012345\n{line}")).Firm);

    [TestMethod]
    [DataRow("")]
    [DataRow("Jane Doe wrote to me.")]
    [DataRow("/s/ Bob Roe\nBob Roe\nPro se")]
    [DataRow("Respectfully submitted,\n/s/ ______\nState Bar No. 24012345")]
    [DataRow("The state bar numbers 100,000 members.")]
    public async Task What_is_no_signature_block_is_refused(string text) =>
        await Http.PostJsonAsync("/signature/extract", new { paragraphs = text.Split('\n') }, Cancel).ExpectProblemAsync(422);

    [TestMethod]
    [DataRow("{}", "paragraphs")]
    [DataRow("""{"paragraphs":null}""", "paragraphs")]
    [DataRow("""{"paragraphs":["/s/",null]}""", "paragraphs[1]")]
    [DataRow("""{"paragraphs":[{}]}""", "paragraphs[0]")]
    [DataRow("""{"paragraphs":[],"limit":1}""", "limit")]
    public async Task A_malformed_request_is_refused(string body, string field) =>
        await ExpectRefusedAsync(Http.PostJsonAsync("/signature/extract", body, Cancel), field);
}
