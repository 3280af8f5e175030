using Clients.Caselaw;
using Clients.Problems;
using IntegrationSuite.TestKit;

namespace Contracts.Caselaw;

[TestClass]
public sealed class DetectionTests : ServiceTest
{
    private CaselawClient Caselaw => new(Client("caselaw"), Cancel);

    [TestMethod]
    [DataRow("347 U.S. 483", 347, "U.S.", 483)]
    [DataRow("347 US 483", 347, "U.S.", 483)]
    [DataRow("74 S. Ct. 686", 74, "S. Ct.", 686)]
    [DataRow("98 L. Ed. 2d 873", 98, "L. Ed. 2d", 873)]
    [DataRow("2 F. 123", 2, "F.", 123)]
    [DataRow("999 F.2d 1", 999, "F.2d", 1)]
    [DataRow("12 F. 3d 34", 12, "F.3d", 34)]
    [DataRow("12 F3d 34", 12, "F.3d", 34)]
    [DataRow("5 F.4th 678", 5, "F.4th", 678)]
    [DataRow("10 F. Supp. 20", 10, "F. Supp.", 20)]
    [DataRow("123 F.Supp.2d 456", 123, "F. Supp. 2d", 456)]
    [DataRow("123 F. Supp. 3d 456", 123, "F. Supp. 3d", 456)]
    [DataRow("300 F. App’x 12", 300, "F. App'x", 12)]
    [DataRow("700 S.W.2d 800", 700, "S.W.2d", 800)]
    [DataRow("12 S.W. 3d 34", 12, "S.W.3d", 34)]
    public async Task A_reporter_is_recognised_however_it_is_set(string citation, int volume, string reporter, int page)
    {
        var found = await SingleAsync($"It was so held ({citation}).", citation, "case");
        Assert.AreEqual(new CitationParts(Volume: volume, Reporter: reporter, Page: page), found.Components);
    }

    [TestMethod]
    [DataRow("Brown v. Board of Education, 347 U.S. 483 (1954)", "Brown v. Board of Education")]
    [DataRow("Erie R.R. Co. v. Tompkins, 304 U.S. 64 (1938)", "Erie R.R. Co. v. Tompkins")]
    [DataRow("Acme, Inc. v. Jones, 12 F.3d 34 (1994)", "Acme, Inc. v. Jones")]
    [DataRow("United States v. O’Brien, 391 U.S. 367 (1968)", "United States v. O’Brien")]
    [DataRow("Tex. Dep't of Transp. v. Smith & Sons, 12 S.W.3d 34 (2000)", "Tex. Dep't of Transp. v. Smith & Sons")]
    [DataRow("In re Gault, 387 U.S. 1 (1967)", "In re Gault")]
    [DataRow("Ex parte Young, 209 U.S. 123 (1908)", "Ex parte Young")]
    [DataRow("Matter of Smith, 12 F.3d 34 (1994)", "Matter of Smith")]
    public async Task The_name_of_a_case_belongs_to_its_citation(string citation, string name)
    {
        foreach (
            var text in new[]
            {
                citation,
                $"He lost. See {citation}.",
                $"The court followed {citation}, and he won.",
                $"He met Mr. Smith. In {citation}, it was held.",
            }
        )
        {
            Assert.AreEqual(name, (await SingleAsync(text, citation, "case")).Components.CaseName, text);
        }
    }

    [TestMethod]
    [DataRow("However,")]
    [DataRow("On Monday,")]
    [DataRow("Said Ann Roe,")]
    public async Task Words_that_end_in_a_comma_before_a_name_are_no_part_of_it(string words) =>
        Assert.AreEqual(
            "Brown v. Board of Education",
            (await Caselaw.DetectAsync($"{words} Brown v. Board of Education, 347 U.S. 483 (1954)")).Single().Components.CaseName
        );

    [TestMethod]
    [DataRow("It was held in 347 U.S. 483 (1954)")]
    [DataRow("He paid the rent late, 347 U.S. 483 (1954)")]
    [DataRow("He named v. his reason, 347 U.S. 483 (1954)")]
    [DataRow("In re, 347 U.S. 483 (1954)")]
    [DataRow(", 347 U.S. 483 (1954)")]
    public async Task Prose_before_a_citation_is_no_name(string text) =>
        Assert.IsNull((await SingleAsync(text, "347 U.S. 483 (1954)", "case")).Components.CaseName);

    [TestMethod]
    [DataRow("347 U.S. 483, 495 (1954)", "495", null, 1954)]
    [DataRow("347 U.S. 483, 495-96 (1954)", "495-96", null, 1954)]
    [DataRow("12 F.3d 34 (5th Cir. 1994)", null, "5th Cir.", 1994)]
    [DataRow("123 F. Supp. 2d 456, 460 (S.D. Tex. 2001)", "460", "S.D. Tex.", 2001)]
    [DataRow("12 S.W.3d 34 (Tex. App.—Houston [14th Dist.] 2001, pet. denied)", null, "Tex. App.—Houston [14th Dist.]", 2001)]
    public async Task Pages_meant_court_and_year_belong_to_the_citation(string citation, string? pinpoint, string? court, int? year)
    {
        var parts = (await SingleAsync($"See {citation} (holding so).", citation, "case")).Components;
        Assert.AreEqual((pinpoint, court, year), (parts.Pinpoint, parts.Court, parts.Year));
    }

    [TestMethod]
    [DataRow("42 U.S.C. § 1983", 42, "1983", null)]
    [DataRow("42 USC 1983", 42, "1983", null)]
    [DataRow("42 U.S.C.A. § 2000e-5(b)", 42, "2000e-5", "(b)")]
    [DataRow("28 U. S. C. §§ 1331", 28, "1331", null)]
    [DataRow("5 U.S.C. Section 552(a)(4)(B)", 5, "552", "(a)(4)(B)")]
    public async Task A_section_of_the_united_states_code_is_a_statute(string citation, int title, string section, string? subsection)
    {
        var found = await SingleAsync($"He sued under {citation}.", citation, "statute");
        Assert.AreEqual(new CitationParts(Title: title, Code: "U.S.C.", Section: section, Subsection: subsection), found.Components);
    }

    [TestMethod]
    [DataRow("29 C.F.R. § 541.100", "541.100", null)]
    [DataRow("29 CFR 541.100(a)(1)", "541.100", "(a)(1)")]
    [DataRow("29 C.F.R. pt. 541", "541", null)]
    [DataRow("29 C.F.R. Part 541", "541", null)]
    [DataRow("29 C.F.R. § 1.401(k)-1(d)", "1.401", "(k)-1(d)")]
    public async Task A_section_or_part_of_the_federal_regulations_is_a_regulation(string citation, string section, string? subsection)
    {
        var found = await SingleAsync($"It is in {citation}.", citation, "regulation");
        Assert.AreEqual(new CitationParts(Title: 29, Code: "C.F.R.", Section: section, Subsection: subsection), found.Components);
    }

    [TestMethod]
    [DataRow("Tex. Civ. Prac. & Rem. Code § 16.051", "Tex. Civ. Prac. & Rem. Code", "16.051", null)]
    [DataRow("Tex. Civ. Prac. and Rem. Code Ann. § 16.051", "Tex. Civ. Prac. & Rem. Code", "16.051", null)]
    [DataRow("Tex. Civ. Prac. And Rem. Code § 16.051", "Tex. Civ. Prac. & Rem. Code", "16.051", null)]
    [DataRow("Tex. Bus. & Com. Code § 17.46(b)(24)", "Tex. Bus. & Com. Code", "17.46", "(b)(24)")]
    [DataRow("Tex. Penal Code § 19.02", "Tex. Penal Code", "19.02", null)]
    [DataRow("Tex. Gov’t Code § 311.005", "Tex. Gov't Code", "311.005", null)]
    [DataRow("Tex. Code Crim. Proc. art. 38.22", "Tex. Code Crim. Proc.", "38.22", null)]
    public async Task A_section_of_a_code_of_texas_is_a_statute(string citation, string code, string section, string? subsection)
    {
        var found = await SingleAsync($"Limitations run under {citation}.", citation, "statute");
        Assert.AreEqual(new CitationParts(Code: code, Section: section, Subsection: subsection), found.Components);
    }

    [TestMethod]
    public async Task Parallel_citations_are_found_one_by_one()
    {
        var found = await Caselaw.DetectAsync(
            "Erie R.R. Co. v. Tompkins, 304 U.S. 64, 58 S. Ct. 817, 82 L. Ed. 1188 (1938); 42 U.S.C. § 1983."
        );
        Assert.AreSequenceEqual(
            new[] { "Erie R.R. Co. v. Tompkins, 304 U.S. 64", "58 S. Ct. 817", "82 L. Ed. 1188 (1938)", "42 U.S.C. § 1983" },
            found.Select(citation => citation.Text).ToArray()
        );
    }

    [TestMethod]
    public async Task Of_two_citations_that_overlap_the_one_that_begins_first_is_found() =>
        await SingleAsync(
            "See Acme v. 29 C.F.R. 541 Board, 347 U.S. 483 (1954).",
            "Acme v. 29 C.F.R. 541 Board, 347 U.S. 483 (1954)",
            "case"
        );

    [TestMethod]
    [DataRow("")]
    [DataRow("He paid 347 dollars on May 5, 1954.")]
    [DataRow("There were 10 So 5 men came in 12 A 3.")]
    [DataRow("Room 12 Smith 347 Jones")]
    [DataRow("It costs $42 U.S.C. 19")]
    [DataRow("Section 16.051 of the Code")]
    public async Task Prose_is_no_citation(string text) => Assert.IsEmpty(await Caselaw.DetectAsync(text));

    [TestMethod]
    public async Task A_number_before_the_volume_does_not_hide_the_citation() =>
        await SingleAsync("He had 12 Smith 347 U.S. 483 in mind.", "347 U.S. 483", "case");

    [TestMethod]
    public async Task Offsets_count_utf_16_code_units()
    {
        var found = (await Caselaw.DetectAsync("👩🏽‍⚖️ 347 U.S. 483")).Single();
        Assert.AreEqual("👩🏽‍⚖️ ".Length, found.Start);
    }

    [TestMethod]
    [DataRow("{}", "text")]
    [DataRow("""{"text":null}""", "text")]
    [DataRow("""{"text":"A","language":"en"}""", "language")]
    [DataRow("\"text\"", "body")]
    public async Task A_malformed_request_is_refused_and_the_field_named(string body, string field)
    {
        var problem = await Client("caselaw").PostJsonAsync("/citations/detect", body, Cancel).ExpectProblemAsync(400);
        Assert.AreEqual(field, problem.Errors!.Keys.Single());
    }

    [TestMethod]
    public Task A_text_that_is_too_long_is_refused() =>
        Client("caselaw").PostJsonAsync("/citations/detect", new { Text = new string('a', 200_001) }, Cancel).ExpectProblemAsync(400);

    private async Task<Citation> SingleAsync(string text, string citation, string type)
    {
        var all = await Caselaw.DetectAsync(text);
        Assert.HasCount(1, all, $"{text}: {string.Join(" | ", all.Select(c => c.Text))}");
        Assert.AreEqual((citation, type), (all[0].Text, all[0].Type));
        Assert.AreEqual(citation, text[all[0].Start..all[0].End]);
        return all[0];
    }
}
