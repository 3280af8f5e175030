namespace Contracts.CaseBlock;

/// <summary>Where one party ends and the next begins.</summary>
[TestClass]
public sealed class PartyNameTests : CaseBlockTest
{
    [TestMethod]
    [DataRow("JOHN SMITH", "JOHN SMITH")]
    [DataRow("JOHN SMITH, JANE SMITH, and BOB ROE", "JOHN SMITH|JANE SMITH|BOB ROE")]
    [DataRow("John Smith and Jane Smith", "John Smith|Jane Smith")]
    [DataRow("JOHN SMITH and ACME CORP.", "JOHN SMITH|ACME CORP.")]
    [DataRow("ACME CORP. AND BETA, INC.", "ACME CORP.|BETA, INC.")]
    [DataRow("SMITH AND SONS, INC.", "SMITH AND SONS, INC.")]
    [DataRow("BED BATH AND BEYOND, INC.", "BED BATH AND BEYOND, INC.")]
    [DataRow("ROBERT ROE, JR., M.D.", "ROBERT ROE, JR., M.D.")]
    [DataRow("ACME CORP., a Delaware corporation; BETA, L.L.C.", "ACME CORP.|BETA, L.L.C.")]
    [DataRow("JANE DOE, Individually and as Next Friend of A.D., a minor", "JANE DOE")]
    [DataRow("ACME CORP. d/b/a ACME SHOPS", "ACME CORP. d/b/a ACME SHOPS")]
    [DataRow("THE STATE OF TEXAS", "THE STATE OF TEXAS")]
    [DataRow("JOHN SMITH, et al.", "JOHN SMITH")]
    [DataRow("JOHN SMITH ET AL.", "JOHN SMITH")]
    [DataRow("3M COMPANY", "3M COMPANY")]
    public async Task Names_are_told_apart(string parties, string expected)
    {
        var asPlaintiffs = await ExtractAsync($"{parties}, Plaintiffs, v. RICHARD ROE, Defendant.");
        var asDefendants = await ExtractAsync($"RICHARD ROE, Petitioner,\nvs.\n{parties},\nRespondents.");

        Assert.AreEqual(expected, string.Join('|', asPlaintiffs.Plaintiffs));
        Assert.AreEqual(expected, string.Join('|', asDefendants.Defendants));
    }

    [TestMethod]
    [DataRow(
        "Inc.|LLC|L.L.P.|LP|PLLC|P.C.|P.A.|N.A.|S.A.|Ltd.|Limited|Corp.|Corporation|Co.|Company|Jr.|Sr.|II|III|IV|M.D.|D.O.|Ph.D.|Esq."
    )]
    public async Task An_and_before_one_word_and_a_suffix_joins_no_two_names(string suffixes)
    {
        foreach (var name in suffixes.Split('|').Select(suffix => $"Bed Bath and Beyond {suffix}"))
        {
            var caption = await ExtractAsync($"{name}, Plaintiff, v. Richard Roe, Defendant.");
            Assert.AreEqual(name, string.Join('|', caption.Plaintiffs), "caseblock: POST /caseblock/extract");
        }
    }

    [TestMethod]
    [DataRow("Cause No. 2024-12345", "2024-12345")]
    [DataRow("CAUSE NUMBER: 2024-12345", "2024-12345")]
    [DataRow("Civil Action No. 1:23-cv-00456-RP", "1:23-cv-00456-RP")]
    [DataRow("Case No.: 23STCV01234", "23STCV01234")]
    [DataRow("Index No. 650123/2024", "650123/2024")]
    [DataRow("No. 23-456", "23-456")]
    [DataRow("Docket # C-123", "C-123")]
    [DataRow("Case No. 23 Civ. 4567", "23 Civ. 4567")]
    [DataRow("CAUSE NO. ______", null)]
    public async Task The_cause_number_is_read_without_its_label(string line, string? expected) =>
        Assert.AreEqual(expected, (await ExtractAsync($"{line}\nJOHN SMITH, Plaintiff,\nv.\nJANE ROE, Defendant.")).CauseNumber);
}
