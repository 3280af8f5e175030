using Clients.Caselaw;
using IntegrationSuite.TestKit;

namespace Contracts.Caselaw;

/// <summary>Every reporter, every word that leads up to a case, and the bounds of what a citation may say.</summary>
[TestClass]
public sealed class ReporterTests : ServiceTest
{
    private CaselawClient Caselaw => new(Client("caselaw"), Cancel);

    [TestMethod]
    [DataRow("U.S. 1754 -|S. Ct. 1882 -|L. Ed. 1754 1956|L. Ed. 2d 1956 -|F. 1880 1925|F.2d 1924 1993|F.3d 1993 2021|F.4th 2021 -")]
    [DataRow("F. Supp. 1932 1998|F. Supp. 2d 1997 2014|F. Supp. 3d 2013 -|F. App'x 2001 2021|F.R.D. 1938 -|B.R. 1979 -|Fed. Cl. 1992 -")]
    [DataRow("S.W. 1886 1928|S.W.2d 1927 1999|S.W.3d 1999 -|Tex. 1846 1963|N.E. 1884 1936|N.E.2d 1936 2015|N.E.3d 2013 -")]
    [DataRow("N.W. 1879 1942|N.W.2d 1941 2024|N.W.3d 2023 -|S.E. 1887 1939|S.E.2d 1939 -|So. 1886 1941|So. 2d 1940 2009|So. 3d 2008 -")]
    [DataRow("P.2d 1931 2001|P.3d 1999 -|A.2d 1938 2011|A.3d 2010 -|Cal. Rptr. 1959 1992|Cal. Rptr. 2d 1991 2004|Cal. Rptr. 3d 2003 -")]
    [DataRow("N.Y.S.2d 1937 2016|N.Y.S.3d 2014 -")]
    public async Task A_reporter_holds_the_decisions_of_its_years_and_no_others(string reporters)
    {
        foreach (var words in reporters.Split('|').Select(reporter => reporter.Split(' ')))
        {
            var (name, from) = (string.Join(' ', words[..^2]), int.Parse(words[^2]));
            var to = words[^1] == "-" ? DateTime.UtcNow.Year : int.Parse(words[^1]);

            Assert.AreEqual(
                new CitationParts(Volume: 5, Reporter: name, Page: 10, Year: from),
                (await DetectAsync($"5 {name} 10 ({from})")).Components
            );
            foreach (var (year, valid) in new[] { (from - 1, false), (from, true), (to, true), (to + 1, false) })
            {
                Assert.AreEqual(valid, (await Caselaw.ValidateAsync($"5 {name} 10 ({year})")).Valid, $"caselaw: {name} in {year}");
            }
        }
    }

    [TestMethod]
    [DataRow(
        "See|Also|Accord|But|Cf.|E.g.|E.g.,|Compare|Contra|In|Under|From|With|As|The|Citing|Quoting|Following|Like|Since|After|Before|And|Of"
    )]
    [DataRow("When|While|Although|Because|Both|Then|see|also|accord|but|cf.|e.g.,|compare|See also|But see|See, e.g.,|of the")]
    public async Task Words_that_lead_up_to_a_case_are_no_part_of_its_name(string signals)
    {
        foreach (var signal in signals.Split('|'))
        {
            var found = await DetectAsync($"{signal} Brown v. Board of Education, 347 U.S. 483 (1954)");
            Assert.AreEqual("Brown v. Board of Education", found.Components.CaseName, $"caselaw: behind '{signal}'");
        }
    }

    [TestMethod]
    [DataRow(
        "Inc. Co. Corp. Ltd. Bros. Cos. Mfg. Ins. Educ. Univ. Am. Cent. Ry. St. Dr. Mr. Mrs. Ms. Dist. Indus. Sch. Hosp. Pac. Nat. Fed. Bd."
    )]
    [DataRow(
        "Dep. Dept. Assoc. Auth. Bldg. Chem. Comm. Constr. Dev. Elec. Enter. Env. Fin. Found. Gen. Grp. Inst. Int. Invs. Lab. Mach. Mgmt."
    )]
    [DataRow(
        "Mkt. Mut. Org. Pharm. Prods. Prop. Pub. Res. Sav. Servs. Sys. Tech. Tel. Transp. Tex. Cal. Fla. Ga. Ill. La. Mass. Mich. Minn. Miss."
    )]
    [DataRow("Pa. Va. Wash. Jr. Sr. R.R. É. U.S.")]
    public async Task An_abbreviation_within_a_name_belongs_to_it(string abbreviations)
    {
        foreach (var abbreviation in abbreviations.Split(' '))
        {
            foreach (var name in new[] { $"Acme {abbreviation} Bolt v. Roe", $"Roe v. Acme {abbreviation} Bolt" })
            {
                Assert.AreEqual(name, (await DetectAsync($"It rained. {name}, 12 F.3d 34 (1994)")).Components.CaseName, $"caselaw: {name}");
            }
        }
    }

    [TestMethod]
    [DataRow("Inc.|Inc|LLC|L.L.C.|L.P.|LP|LLP|Ltd.|Corp.|Co.|N.A.|P.C.|S.A.|Jr.|Sr.")]
    public async Task What_stands_behind_a_comma_of_a_name_belongs_to_it(string suffixes)
    {
        foreach (var name in suffixes.Split('|').Select(suffix => $"Roe Bank, {suffix} v. Doe"))
        {
            Assert.AreEqual(name, (await DetectAsync($"He paid, {name}, 12 F.3d 34 (1994)")).Components.CaseName);
        }
    }

    [TestMethod]
    [DataRow("Élodie v. Ångström", 1)]
    [DataRow("Müller & Söhne v. Österreich", 1)]
    [DataRow("É. Dupont v. Œuvre", 1)]
    [DataRow("Иванов v. Россия", 1)]
    public async Task Names_of_every_alphabet_belong_to_their_citation(string name, int volume) =>
        Assert.AreEqual(name, (await DetectAsync($"See {name}, {volume} F.3d 34 (1994)")).Components.CaseName);

    [TestMethod]
    [DataRow("1 U.S. 1 (1900)", 1, 1, 1900)]
    [DataRow("9999 U.S. 99999 (2000)", 9999, 99_999, 2000)]
    [DataRow("1 U.S. 1 (1600)", 1, 1, 1600)]
    [DataRow("1 U.S. 1 (2099)", 1, 1, 2099)]
    [DataRow("1 U.S. 1 (1599)", 1, 1, null)]
    [DataRow("1 U.S. 1 (2100)", 1, 1, null)]
    public async Task Volume_page_and_year_are_read_up_to_their_bounds(string text, int volume, int page, int? year) =>
        Assert.AreEqual(new CitationParts(Volume: volume, Reporter: "U.S.", Page: page, Year: year), (await DetectAsync(text)).Components);

    [TestMethod]
    [DataRow("0 U.S. 1 (1900)")]
    [DataRow("10000 U.S. 1 (1900)")]
    [DataRow("1 U.S. 0 (1900)")]
    [DataRow("1 U.S. 100000 (1900)")]
    [DataRow("100 U.S.C. § 1")]
    [DataRow("0 U.S.C. § 1")]
    [DataRow("5 U.S.C. § 0")]
    public async Task What_is_beyond_the_bounds_is_no_citation(string text) => Assert.IsEmpty(await Caselaw.DetectAsync(text));

    [TestMethod]
    [DataRow("54 U.S.C. § 1", true)]
    [DataRow("55 U.S.C. § 1", false)]
    [DataRow("1 U.S.C. § 1", true)]
    [DataRow("50 C.F.R. § 1.1", true)]
    [DataRow("51 C.F.R. § 1.1", false)]
    public async Task A_code_has_so_many_titles(string text, bool valid) =>
        Assert.AreEqual(valid, (await Caselaw.ValidateAsync(text)).Valid);

    [TestMethod]
    [DataRow(" \t42 U.S.C. § 1983\u00a0\n")]
    [DataRow("42 U.S.C. § 1983.")]
    public async Task White_space_around_a_citation_and_a_period_behind_it_do_not_matter(string text) =>
        Assert.IsTrue((await Caselaw.ValidateAsync(text)).Valid);

    [TestMethod]
    public async Task The_longest_text_allowed_is_read_to_its_end()
    {
        const string Citation = "42 U.S.C. § 1983";
        var text = string.Concat(Enumerable.Repeat("It rains. ", 19_998)) + "No. " + Citation;

        Assert.AreEqual(200_000, text.Length);
        Assert.AreEqual((199_984, 200_000), await PlaceAsync(text));
    }

    private async Task<(int Start, int End)> PlaceAsync(string text)
    {
        var found = await DetectAsync(text);
        return (found.Start, found.End);
    }

    private async Task<Citation> DetectAsync(string text)
    {
        var found = await Caselaw.DetectAsync(text);
        Assert.HasCount(1, found, $"caselaw: {text[Math.Max(0, text.Length - 100)..]}");
        return found[0];
    }
}
