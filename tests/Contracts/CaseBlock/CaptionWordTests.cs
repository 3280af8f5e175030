using Clients.Problems;
using IntegrationSuite.TestKit;

namespace Contracts.CaseBlock;

/// <summary>Every word that a caption is known by.</summary>
[TestClass]
public sealed class CaptionWordTests : CaseBlockTest
{
    [TestMethod]
    [DataRow("INC|INC.|LLC|L.L.C.|LLP|L.L.P.|LP|L.P.|PLLC|P.L.L.C.|P.C.|PC|P.A.|N.A.|S.A.|LTD.|LIMITED|CORP.|CORPORATION|CO.|COMPANY")]
    [DataRow("JR.|Jr.|SR.|II|III|IV|M.D.|D.O.|PH.D.|ESQ.")]
    public async Task What_belongs_to_a_name_behind_a_comma_is_no_party_of_its_own(string suffixes)
    {
        foreach (var suffix in suffixes.Split('|'))
        {
            await ExpectPartiesAsync($"FIRST ROE BANK, {suffix}", $"FIRST ROE BANK, {suffix}");
            await ExpectPartiesAsync(
                $"FIRST ROE BANK, {suffix}, and SECOND DOE, {suffix}",
                $"FIRST ROE BANK, {suffix}|SECOND DOE, {suffix}"
            );
        }
    }

    [TestMethod]
    [DataRow("INDIVIDUALLY|as Trustee|by his Guardian|on behalf of others|a minor|an individual|in his capacity|in her capacity")]
    [DataRow(
        "in its capacity|in their capacity|d/b/a Shops|f/k/a Roe|a/k/a Doe|Deceased|et al.|His Wife|Her Estate|Their Heirs|Its Agents"
    )]
    [DataRow("Both of Texas|Each of Texas|All of Texas|Solely as Agent|Through Counsel")]
    public async Task What_describes_a_party_behind_a_comma_is_no_party(string descriptions)
    {
        foreach (var description in descriptions.Split('|'))
        {
            await ExpectPartiesAsync($"JOHN SMITH, {description}", "JOHN SMITH");
        }
    }

    [TestMethod]
    [DataRow("ÉLODIE DUPONT and ŁUKASZ ØDEGÅRD", "ÉLODIE DUPONT|ŁUKASZ ØDEGÅRD")]
    [DataRow("Élodie Dupont, Øystein Ødegård", "Élodie Dupont|Øystein Ødegård")]
    [DataRow("MÜLLER UND SÖHNE, INC.", "MÜLLER UND SÖHNE, INC.")]
    [DataRow("ИВАНОВ ПЁТР", "ИВАНОВ ПЁТР")]
    [DataRow("JOHN SMITH; JANE ROE; BOB DOE", "JOHN SMITH|JANE ROE|BOB DOE")]
    [DataRow("John F. Kennedy", "John F. Kennedy")]
    [DataRow("ACME BROS.", "ACME BROS.")]
    [DataRow("ACME MFG.", "ACME MFG.")]
    [DataRow("OWNERS ASS’N.", "OWNERS ASS’N.")]
    [DataRow("JOHN SMITH.", "JOHN SMITH")]
    [DataRow("JOHN SMITH et al", "JOHN SMITH")]
    [DataRow("O'BRIEN & SONS", "O'BRIEN & SONS")]
    public Task Names_of_every_alphabet_are_told_apart(string parties, string expected) => ExpectPartiesAsync(parties, expected);

    [TestMethod]
    [DataRow(
        "Plaintiff|Plaintiffs|Plaintiff(s)|Petitioner|Petitioners|Appellant|Claimant|Relator|Complainant|PLAINTIFF|Third-Party Plaintiff"
    )]
    [DataRow("Counter-Plaintiff|Cross Plaintiff|Co-Plaintiffs|Plaintiff/Counter-Defendant|Appellant-Petitioner|Plaintiff & Relator")]
    [DataRow("Defendant|Defendants|Defendant(s)|Respondent|Respondents|Appellee|Appellees|Intervenor|Third Party Defendant|Cross-Appellee")]
    public async Task A_role_is_no_part_of_the_name_and_makes_the_caption_surer(string roles)
    {
        foreach (var role in roles.Split('|'))
        {
            var caption = await ExtractAsync($"ANN ROE, {role},\nv.\nBOB DOE, {role}.");
            Assert.AreEqual(("ANN ROE", "BOB DOE", 0.6), (One(caption.Plaintiffs), One(caption.Defendants), caption.Confidence), role);
        }
    }

    [TestMethod]
    [DataRow("v.|v|V.|vs.|VS.|vs|versus|VERSUS|against|-against-|- against -|—against—|v.,")]
    public async Task Whatever_stands_between_the_sides_parts_them(string marks)
    {
        foreach (var mark in marks.Split('|'))
        {
            var caption = await ExtractAsync($"ANN ROE, Plaintiff,\n{mark}\nBOB DOE, Defendant.");
            Assert.AreEqual(("ANN ROE", "BOB DOE"), (One(caption.Plaintiffs), One(caption.Defendants)), mark);
        }
    }

    [TestMethod]
    [DataRow("Cause|Case|Docket|Index|Civil|Civil Action|Criminal|Criminal Action|Adversary|Appeal|File", "No.|No|Number|Num.|NO.:|#|# ")]
    public async Task Every_label_leads_to_the_number(string labels, string numbers)
    {
        foreach (var label in labels.Split('|').SelectMany(label => numbers.Split('|').Select(number => $"{label} {number}")))
        {
            var caption = await ExtractAsync($"{label} 24-00123-B\nANN ROE, Plaintiff,\nv.\nBOB DOE, Defendant.");
            Assert.AreEqual(("24-00123-B", 0.8), (caption.CauseNumber, caption.Confidence), label);
        }
    }

    [TestMethod]
    [DataRow(
        "DISTRICT|SUPERIOR|CIRCUIT|COUNTY|SUPREME|JUSTICE|BANKRUPTCY|PROBATE|FAMILY|MUNICIPAL|CHANCERY|TAX|BUSINESS|APPELLATE|JUVENILE|CITY"
    )]
    public async Task Every_kind_of_court_is_one(string kinds)
    {
        foreach (
            var court in kinds
                .Split('|')
                .Select(kind => $"{kind} COURT, ROE COUNTY")
                .Append("COUNTY COURT AT LAW NO. 2")
                .Append("COURT OF APPEALS")
        )
        {
            var caption = await ExtractAsync($"{court}\nANN ROE, Plaintiff,\nv.\nBOB DOE, Defendant.");
            Assert.AreEqual((court, 0.8), (caption.Court, caption.Confidence), court);
        }
    }

    [TestMethod]
    [DataRow("FOR THE STATE OF TEXAS")]
    [DataRow("IN AND FOR ROE COUNTY")]
    [DataRow("COUNTY OF ROE")]
    [DataRow("ROE COUNTY, TEXAS")]
    [DataRow("HOUSTON DIVISION")]
    [DataRow("98TH JUDICIAL DISTRICT")]
    [DataRow("1ST DISTRICT")]
    [DataRow("2ND CIRCUIT")]
    [DataRow("3RD CIRCUIT")]
    [DataRow("98TH DISTRICT")]
    [DataRow("NORTHERN DISTRICT OF TEXAS")]
    public async Task A_line_that_leads_the_court_on_belongs_to_it(string line)
    {
        var caption = await ExtractAsync($"ANN ROE, Plaintiff,\nv.\nBOB DOE, Defendant.\nIN THE DISTRICT COURT\n{line}\nSomething else");
        Assert.AreEqual($"IN THE DISTRICT COURT\n{line}", caption.Court);
    }

    [TestMethod]
    public async Task A_court_that_a_column_tears_apart_is_its_first_line()
    {
        var caption = await ExtractAsync(
            "ANN ROE, § IN THE DISTRICT COURT\n§ TRAVIS COUNTY, TEXAS\nPlaintiff, §\nv. §\nBOB DOE, Defendant. §"
        );
        Assert.AreEqual("IN THE DISTRICT COURT", caption.Court);
    }

    [TestMethod]
    public async Task A_court_is_led_on_as_long_as_it_has_at_most_1000_characters()
    {
        var counties = string.Join(' ', Enumerable.Repeat("COUNTY", 14));
        string[] lines = ["IN THE DISTRICT COURT", .. Enumerable.Range(10, 15).Select(i => $"OF {i} {counties}")];
        var caption = await ExtractAsync($"ANN ROE, Plaintiff,\nv.\nBOB DOE, Defendant.\n{string.Join('\n', lines)}");
        Assert.AreEqual(string.Join('\n', lines.Take(1 + ((1000 - lines[0].Length) / (lines[1].Length + 1)))), caption.Court);
    }

    [TestMethod]
    [DataRow("IN THE PROBATE COURT OF HARRIS COUNTY")]
    [DataRow("IN RE: ESTATE OF JOHN SMITH\nIN THE PROBATE COURT OF HARRIS COUNTY")]
    [DataRow("CASE NO. 24-PR-00123")]
    [DataRow("IN RE: ESTATE OF JOHN SMITH\nCASE NO. 24-PR-00123")]
    [DataRow("JOHN SMITH, Plaintiff,\nIN THE DISTRICT COURT")]
    [DataRow("v.\nACME CORP., Defendant.\nCAUSE NO. 5")]
    public async Task A_court_or_a_number_alone_is_no_caption(string text) =>
        await Http.PostJsonAsync("/caseblock/extract", new { paragraphs = text.Split('\n') }, Cancel).ExpectProblemAsync(422);

    [TestMethod]
    [DataRow("ANN ROE\nv.\nBOB DOE\n-", 0.5)]
    [DataRow("ANN ROE, Plaintiff,\nv.\nBOB DOE\n-", 0.5)]
    [DataRow("NO. 24-1\nANN ROE\nv.\nBOB DOE\n-", 0.7)]
    [DataRow("DISTRICT COURT\nANN ROE\nv.\nBOB DOE\n-", 0.7)]
    [DataRow("NO. 24-1\nDISTRICT COURT\nANN ROE\nv.\nBOB DOE\n-", 0.9)]
    [DataRow("NO. 24-1\nDISTRICT COURT\nANN ROE, Plaintiff\nv.\nBOB DOE, Defendant", 1)]
    [DataRow("NO. 24-1\nDISTRICT COURT", 0.4)]
    public async Task The_more_there_is_of_a_caption_the_surer_it_is(string text, double confidence) =>
        Assert.AreEqual(confidence, (await ExtractAsync(text)).Confidence);

    [TestMethod]
    [DataRow("\n")]
    [DataRow("\r")]
    [DataRow("\r\n")]
    [DataRow("\v")]
    [DataRow("\f")]
    [DataRow("\u0085")]
    [DataRow("\u2028")]
    [DataRow("\u2029")]
    public async Task Lines_end_with_whatever_ends_a_line(string end)
    {
        var caption = await CaseBlock.ExtractAsync(
            string.Join(end, "CAUSE NO. 24-1", "ANN ROE", "v.", "\u00a0BOB DOE\t", "Something Else")
        );
        Assert.AreEqual(("24-1", "ANN ROE", "BOB DOE"), (caption.CauseNumber, One(caption.Plaintiffs), One(caption.Defendants)));
    }

    [TestMethod]
    public async Task Of_more_than_a_hundred_parties_the_first_hundred_are_given()
    {
        string[] names = [.. Enumerable.Range(0, 120).Select(i => $"PARTY {(char)('A' + (i / 26))}{(char)('A' + (i % 26))}")];
        var lines = names.Chunk(40).Select(some => string.Join("; ", some) + ";").ToArray();
        var caption = await CaseBlock.ExtractAsync([.. lines, "Plaintiffs,", "v.", .. lines, "Defendants."]);

        Assert.AreSequenceEqual(names[..100], caption.Plaintiffs.ToArray());
        Assert.AreSequenceEqual(names[..100], caption.Defendants.ToArray());
    }

    [TestMethod]
    public async Task As_many_and_as_long_paragraphs_as_allowed_are_taken()
    {
        var filler = Enumerable.Repeat("", 19_999);
        Assert.HasCount(1, (await CaseBlock.ExtractAsync([.. filler, "ANN ROE, Plaintiff, v. BOB DOE, Defendant."])).Plaintiffs);
        Assert.HasCount(
            1,
            (await CaseBlock.ExtractAsync("ANN ROE, Plaintiff, v. BOB DOE, Defendant.", new string('x', 100_000))).Plaintiffs
        );
    }

    private async Task ExpectPartiesAsync(string parties, string expected)
    {
        var caption = await ExtractAsync($"{parties}, Plaintiffs,\nv.\n{parties},\nDefendants.");
        Assert.AreEqual(
            (expected, expected),
            (string.Join('|', caption.Plaintiffs), string.Join('|', caption.Defendants)),
            $"caseblock: {parties}"
        );
    }

    private static string One(IReadOnlyList<string> names) => string.Join('|', names);
}
