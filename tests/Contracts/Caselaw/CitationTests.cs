using Clients.Caselaw;
using Clients.Problems;
using IntegrationSuite.TestKit;

namespace Contracts.Caselaw;

[TestClass]
public sealed class CitationTests : ServiceTest
{
    private CaselawClient Caselaw => new(Client("caselaw"), Cancel);

    [TestMethod]
    [DataRow(
        "Brown v. Board of Education, 347 US 483, 495 (1954)",
        "Brown v. Board of Education, 347 U.S. 483, 495 (1954)",
        "347 U.S. 483"
    )]
    [DataRow("12 F. 3d 34 (5th Cir. 1994)", "12 F.3d 34 (5th Cir. 1994)", "12 F.3d 34")]
    [DataRow("42 USC 2000e-5(b)", "42 U.S.C. § 2000e-5(b)", "42 U.S.C. § 2000e-5(b)")]
    [DataRow("29 CFR 541.100(a)", "29 C.F.R. § 541.100(a)", "29 C.F.R. § 541.100(a)")]
    [DataRow("29 C.F.R. Part 541", "29 C.F.R. pt. 541", "29 C.F.R. pt. 541")]
    [DataRow("Tex. Civ. Prac. and Rem. Code Ann. § 16.051", "Tex. Civ. Prac. & Rem. Code § 16.051", "Tex. Civ. Prac. & Rem. Code § 16.051")]
    [DataRow("Tex. Code Crim. Proc. art. 38.22", "Tex. Code Crim. Proc. art. 38.22", "Tex. Code Crim. Proc. art. 38.22")]
    public async Task What_is_detected_can_be_formatted(string found, string text, string normalized)
    {
        var citation = (await Caselaw.DetectAsync(found)).Single();
        Assert.AreEqual(new FormatResult(text, normalized), await Caselaw.FormatAsync(citation.Type, citation.Components));
    }

    [TestMethod]
    public async Task A_reporter_is_formatted_as_the_bluebook_sets_it() =>
        Assert.AreEqual(
            "12 F. Supp. 2d 34",
            (await Caselaw.FormatAsync("case", new CitationParts(Volume: 12, Reporter: "FSupp2d", Page: 34))).Text
        );

    [TestMethod]
    [DataRow("case", """{"reporter":"U.S.","page":483}""", "volume")]
    [DataRow("case", """{"volume":347,"page":483}""", "reporter")]
    [DataRow("case", """{"volume":347,"reporter":"U.S."}""", "page")]
    [DataRow("case", """{"volume":347,"reporter":"Beano","page":483}""", "Beano")]
    [DataRow("statute", """{"code":"U.S.C.","section":"1983"}""", "title")]
    [DataRow("statute", """{"section":"16.051"}""", "code")]
    [DataRow("statute", """{"code":"Tex. Penal Code"}""", "section")]
    [DataRow("regulation", """{"code":"C.F.R.","section":"541.100"}""", "title")]
    public async Task Parts_that_make_no_citation_cannot_be_formatted(string type, string components, string lacks)
    {
        var body = $$"""{"type":"{{type}}","components":{{components}}}""";
        var problem = await Client("caselaw").PostJsonAsync("/citations/format", body, Cancel).ExpectProblemAsync(422);
        Assert.Contains(lacks, problem.Detail);
        Assert.IsTrue(
            lacks == "Beano" || problem.Detail.StartsWith($"A {type} citation needs a ", StringComparison.Ordinal),
            problem.Detail
        );
    }

    [TestMethod]
    [DataRow("""{"type":"case"}""", "components")]
    [DataRow("""{"type":"treaty","components":{}}""", "type")]
    [DataRow("""{"type":"case","components":{"volume":0}}""", "components.volume")]
    [DataRow("""{"type":"case","components":{"volume":"347"}}""", "components.volume")]
    [DataRow("""{"type":"case","components":{"reporter":" "}}""", "components.reporter")]
    [DataRow("""{"type":"case","components":{"judge":"Warren"}}""", "judge")]
    public async Task A_malformed_format_request_is_refused_and_the_field_named(string body, string field)
    {
        var problem = await Client("caselaw").PostJsonAsync("/citations/format", body, Cancel).ExpectProblemAsync(400);
        Assert.AreEqual(field, problem.Errors!.Keys.Single());
    }

    [TestMethod]
    [DataRow(" Brown v. Board of Education, 347 U.S. 483 (1954). ", "case", "347 U.S. 483")]
    [DataRow("42 USC 1983", "statute", "42 U.S.C. § 1983")]
    [DataRow("Tex. Penal Code § 19.02", "statute", "Tex. Penal Code § 19.02")]
    [DataRow("50 C.F.R. § 17.11", "regulation", "50 C.F.R. § 17.11")]
    public async Task A_sound_citation_is_valid(string text, string type, string normalized)
    {
        var result = await Caselaw.ValidateAsync(text);
        Assert.IsTrue(result.Valid, string.Join(' ', result.Problems));
        Assert.AreEqual((0, type, normalized), (result.Problems.Count, result.Type, result.NormalizedCitation));
    }

    [TestMethod]
    [DataRow("347 U.S. 483", "year of the decision is missing")]
    [DataRow("347 U.S. 483 (2099)", "2099 has not come")]
    [DataRow("5 F.4th 678 (1954)", "F.4th holds decisions of 2021 to today, not of 1954")]
    [DataRow("999 F.2d 1 (2003)", "F.2d holds decisions of 1924 to 1993, not of 2003")]
    [DataRow("55 U.S.C. § 1", "no title 55")]
    [DataRow("51 C.F.R. § 1.1", "no title 51")]
    public async Task A_citation_that_cannot_be_says_why(string text, string why)
    {
        var result = await Caselaw.ValidateAsync(text);
        Assert.IsFalse(result.Valid);
        Assert.Contains(why, result.Problems.Single());
    }

    [TestMethod]
    [DataRow("He paid the rent.")]
    [DataRow("See 347 U.S. 483 (1954)")]
    [DataRow("347 U.S. 483 (1954); 42 U.S.C. § 1983")]
    [DataRow("347 U.S. 483 (1954) and more")]
    public async Task A_text_that_is_not_one_citation_is_not_valid(string text)
    {
        var result = await Caselaw.ValidateAsync(text);
        Assert.AreEqual((false, 1, null, null), (result.Valid, result.Problems.Count, result.Type, result.NormalizedCitation));
        Assert.Contains("not one citation", result.Problems.Single());
    }

    [TestMethod]
    [DataRow("{}")]
    [DataRow("""{"text":""}""")]
    [DataRow("""{"text":"  "}""")]
    [DataRow("""{"text":["347 U.S. 483"]}""")]
    public async Task A_malformed_validation_is_refused(string body)
    {
        var problem = await Client("caselaw").PostJsonAsync("/citations/validate", body, Cancel).ExpectProblemAsync(400);
        Assert.AreEqual("text", problem.Errors!.Keys.Single());
    }
}
