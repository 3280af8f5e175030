using Clients.Problems;
using Clients.Signature;
using IntegrationSuite.TestKit;

namespace Contracts.Signature;

/// <summary>Every word and form that a signature block is known by.</summary>
[TestClass]
public sealed class SignatureWordTests : SignatureTest
{
    [TestMethod]
    [DataRow("Jane Doe|JANE DOE|Jane Q. Doe|Jane Quincy Adams Doe|Jean-Luc Picard|Conor O’Brien|Conor O'Brien|J. R. R. Tolkien")]
    [DataRow("Élodie Dupont|Øystein Ødegård|Łukasz Żak|MÜLLER GRÖSS|Иван Петров|Ángel de la Cruz|Ludwig van Beethoven|Max von Sydow")]
    [DataRow("Jane Doe, Jr.|John Doe III|John Doe, SR.|William “Bill” Doe|William (Bill) Doe|Ortega y Gasset Roe|Kees van der Berg")]
    public async Task Names_of_every_kind_are_names(string names)
    {
        foreach (var name in names.Split('|'))
        {
            Assert.AreEqual(name, (await ExtractAsync($"Respectfully submitted,\n{name}\nState Bar No. 24012345")).AttorneyName);
            foreach (var mark in new[] { "/s/", "By:", "By: /s/", "/s/ By:", "/s/ By: ____" })
            {
                Assert.AreEqual(
                    name,
                    (await ExtractAsync($"{mark} {name}\nState Bar No. 24012345")).AttorneyName,
                    $"signature: behind {mark}"
                );
            }
        }
    }

    [TestMethod]
    [DataRow(
        "State Bar No.|State Bar Number|State Bar #|Bar No.|Bar Number:|Bar Num.|Bar ID|Bar #|Bar Card No.|Bar Card Number|Bar Roll No."
    )]
    [DataRow("SBN|SBN:|TBN|SBOT|SBOT No.|ARDC|ARDC No.|CTJURIS No.|Attorney ID|Attorney No.|Attorney Reg. No.|Texas Bar No.")]
    public async Task Every_label_leads_to_the_bar_number(string labels)
    {
        foreach (var label in labels.Split('|'))
        {
            var signature = await ExtractAsync($"/s/ Jane Doe\n{label} 24012345\n(512) 555-0100");
            Assert.AreEqual(
                ("Jane Doe", "24012345", "(512) 555-0100"),
                (signature.AttorneyName, signature.BarNumber, signature.Phone),
                label
            );
        }
    }

    [TestMethod]
    [DataRow("123", "123")]
    [DataRow("123456789012", "123456789012")]
    [DataRow("TX24012345", "TX24012345")]
    [DataRow("24-012-345", "24-012-345")]
    public async Task A_bar_number_has_three_to_twelve_digits(string number, string expected) =>
        Assert.AreEqual(expected, (await ExtractAsync($"/s/ Jane Doe\nState Bar No. {number}")).BarNumber);

    [TestMethod]
    [DataRow("12")]
    [DataRow("1234567890123")]
    [DataRow("pending")]
    public async Task What_is_no_bar_number_makes_no_block(string number) =>
        await Http.PostJsonAsync("/signature/extract", new { paragraphs = new[] { "/s/ Jane Doe", $"State Bar No. {number}" } }, Cancel)
            .ExpectProblemAsync(422);

    [TestMethod]
    [DataRow("(512) 555-0100|(512)555-0100|512-555-0100|512.555.0100|512 555 0100|+1 512-555-0100|1-512-555-0100")]
    [DataRow("(512) 555-0100 ext. 12|(512) 555-0100, ext 12|512-555-0100 x 123456")]
    public async Task Telephone_numbers_are_read_as_they_are_written_and_those_of_a_fax_are_not(string phones)
    {
        foreach (var phone in phones.Split('|'))
        {
            foreach (var fax in new[] { "Fax:", "Facsimile", "Telecopier:", "Telecopy", "F:" })
            {
                var signature = await ExtractAsync($"/s/ Jane Doe\nState Bar No. 24012345\n{fax} (512) 555-0199\nTel: {phone}");
                Assert.AreEqual(phone, signature.Phone, fax);
            }
        }
    }

    [TestMethod]
    [DataRow("jane@doe.example|JANE@DOE.EXAMPLE|jane.q-doe+law%x@mail.doe-roe.co.uk|j_d@a.b.c.example")]
    public async Task Mail_addresses_are_read_as_they_are_written(string addresses)
    {
        foreach (var address in addresses.Split('|'))
        {
            Assert.AreEqual(address, (await ExtractAsync($"/s/ Jane Doe\nState Bar No. 24012345\nEmail: {address}, direct")).Email);
        }
    }

    [TestMethod]
    [DataRow("DOE LLP|Doe L.L.P.|Doe & Roe, PLLC|Doe P.L.L.C.|Doe LLC|Doe L.L.C.|Doe, P.C.|Doe PC|Doe, P.A.|Doe LP|Doe, L.P.")]
    [DataRow("Doe Law Firm|Law Office of Roe|Law Offices of Roe|Roe Law Group|Roe Law Center|Doe & Roe, Attorneys at Law|Doe & Associates")]
    [DataRow("Doe & Partners|Roe Legal Aid|Texas Legal Services|Travis County Attorney’s Office|District Attorney's Office")]
    [DataRow("City Attorney's Office|Office of the Governor|Public Defender|ÉTUDE DUPONT LLP|Müller & Söhne LLP")]
    public async Task Every_name_of_a_firm_is_one(string firms)
    {
        foreach (var firm in firms.Split('|'))
        {
            Assert.AreEqual(firm, (await ExtractAsync($"/s/ Jane Doe\nState Bar No. 24012345\n{firm}\n(512) 555-0100")).Firm);
        }
    }

    [TestMethod]
    [DataRow("100 Main St., Austin, TX 78701")]
    [DataRow("100-102 Main St.\nSuite 5\nAustin, Texas 78701-1234")]
    [DataRow("P.O. Box 12\nAustin, TX 78701")]
    [DataRow("PO Box 12\nAustin, TX 78701")]
    [DataRow("P. O. Drawer 7\nAustin, Tex. 78701")]
    [DataRow("One Congress Plaza\nAustin, TX 78701")]
    [DataRow("5 Élysée Ave.\nSão Paulo, TX 78701")]
    [DataRow("100 Main St.\nFloor 3\nSuite 5\nBuilding 7\nAUSTIN, TEXAS 78701")]
    public async Task Addresses_of_up_to_five_lines_are_read(string address) =>
        Assert.AreEqual(address, (await ExtractAsync($"/s/ Jane Doe\nState Bar No. 24012345\n{address}\n(512) 555-0100")).Address);

    [TestMethod]
    [DataRow(
        "CERTIFICATE OF SERVICE|Certificate of Conference|VERIFICATION|EXHIBIT A|NOTICE OF HEARING|ORDER|Attorneys for Plaintiff|Counsel for Roe"
    )]
    public async Task What_ends_a_block_keeps_what_is_below_out_of_it(string endings)
    {
        foreach (var ending in endings.Split('|'))
        {
            var signature = await ExtractAsync(
                $"Respectfully submitted,\n/s/ Jane Doe\nState Bar No. 24012345\n{ending}\n(512) 555-0199\nroe@poe.example"
            );
            Assert.AreEqual(new SignatureFields("Jane Doe", "24012345"), signature, ending);
        }
    }

    [TestMethod]
    public async Task A_block_has_up_to_24_lines()
    {
        static string Block(int between) =>
            $"/s/ Jane Doe\nState Bar No. 24012345\n{string.Concat(Enumerable.Repeat("on and on\n", between))}jane@doe.example";

        Assert.AreEqual("jane@doe.example", (await ExtractAsync(Block(21))).Email);
        Assert.IsNull((await ExtractAsync(Block(22))).Email);
    }

    [TestMethod]
    public async Task Without_an_opening_a_name_five_lines_above_the_bar_number_is_too_far() =>
        await Http.PostJsonAsync(
                "/signature/extract",
                new { paragraphs = new[] { "Jane Doe", "one", "two", "three", "four", "State Bar No. 24012345" } },
                Cancel
            )
            .ExpectProblemAsync(422);
}
