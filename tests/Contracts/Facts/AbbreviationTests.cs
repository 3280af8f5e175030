using Clients.Facts;
using IntegrationSuite.TestKit;

namespace Contracts.Facts;

/// <summary>Every abbreviation that does not end a sentence, and every word that shows that one did.</summary>
[TestClass]
public sealed class AbbreviationTests : ServiceTest
{
    private FactsClient Facts => new(Client("facts"), Cancel);

    [TestMethod]
    [DataRow("Dr Mr Mrs Ms Messrs Prof Hon Gov Sen Gen Col Capt Cpt Maj Lt Sgt Cmdr Adm Pres Supt Fr Atty")]
    [DataRow("v vs Ex Exs ex Art Arts art arts Sec Secs sec secs Ch ch Cl cl Fig Figs fig figs")]
    [DataRow("p pp para paras vol Vol Pt pt App Apps Tab Tr n nn cf Cf e.g i.e E.g I.e viz approx ca c")]
    public async Task What_always_has_something_behind_it_never_ends_a_sentence(string abbreviations) =>
        Assert.AreEqual(
            "",
            string.Join(' ', await WhereAsync(abbreviations, word => $"They saw {word}. The Smith there.", sentences => sentences != 1)),
            "facts: POST /facts/parse cut the text after these."
        );

    [TestMethod]
    [DataRow("No Nos nos St Ave Blvd Rd Ln Ct Pl Sq Hwy Pkwy Ste Apt Bldg Fl Rm Mt Ft")]
    [DataRow("Inc Corp Co Ltd Bros Cos Assoc Assocs Assn Ass'n Mfg Mfrs Ins Indus Int'l Nat'l Nat Am Amer Cent Ctr Constr Dev Dist Elec")]
    [DataRow("Eng'g Enters Envtl Equip Fin Fed Found Gen'l Grp Hosp Inst Lab Labs Mach Mgmt Mkt Mktg Mun Mut Pac Pharm Prods Props Pub")]
    [DataRow("Ry Res Sav Sch Sec'y Servs Sys Tech Tel Transp Univ Util Jr Sr Esq Ph.D etc al Id id Ibid Dep't Dept Comm'n Comm Comm'r")]
    [DataRow("Gov't Educ Auth Bd Sup Super Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun")]
    [DataRow("Ala Ariz Ark Cal Calif Colo Conn Del Fla Ga Haw Ill Ind Kan Ky La Me Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Or Ore")]
    [DataRow("Pa Tenn Tex Vt Va Wash Wis Wyo Supp Cir Civ Crim Prac Rem Proc Code Ann Stat Stats Reg Regs Rev Const Evid Bankr Adm'r")]
    [DataRow("Rptr Rep Reps App'x Jud Juris Cas Prob Fam Bus Com Prop Tax Pen Health Parks Agric Occ Est Loc Hum Spec Orgs Alco Bev")]
    [DataRow("R Cong Sess Res Eq Ed Eds ed eds U.S U.S.A D.C p.m a.m J F")]
    [DataRow("É Ø Ж é.à Ph.D Ass’n Comm’n Int’l Gov’t")]
    public async Task What_may_be_last_ends_a_sentence_only_if_another_begins(string abbreviations)
    {
        Assert.AreEqual(
            "",
            string.Join(' ', await WhereAsync(abbreviations, word => $"They saw {word}. Smith there.", sentences => sentences != 1)),
            "facts: POST /facts/parse cut the text after these."
        );
        Assert.AreEqual(
            "",
            string.Join(' ', await WhereAsync(abbreviations, word => $"They saw {word}. The end came.", sentences => sentences != 2)),
            "facts: POST /facts/parse did not cut the text after these."
        );
    }

    [TestMethod]
    [DataRow("He She It They We You I His Her Hers Its Their Our My Your The A An This That These Those There Here")]
    [DataRow("In On At By For From After Before When While If As Although Because But And Or So However Therefore Thus Then")]
    [DataRow("Upon Under With Without During Since Until Once Later Now Accordingly Moreover Furthermore Additionally Meanwhile Finally")]
    [DataRow("Nothing Nobody Neither Nor Such One Who What Where Why How Not Both Each Every All Some Any Many Most Several Unless")]
    [DataRow("Plaintiff Plaintiffs Defendant Defendants Petitioner Petitioners Respondent Respondents Appellant Appellants Appellee")]
    [DataRow("Appellees See To Counsel Nevertheless Nonetheless Instead Also No Second Third Did Does Was Were Is Are")]
    public async Task Words_that_begin_a_sentence_end_the_one_before_them_even_behind_an_abbreviation(string words) =>
        Assert.AreEqual(
            "",
            string.Join(' ', await WhereAsync(words, word => $"He worked for Acme Inc. “{word} Smith came.”", sentences => sentences != 2)),
            "facts: POST /facts/parse did not cut the text before these."
        );

    private async Task<IEnumerable<string>> WhereAsync(string words, Func<string, string> text, Func<int, bool> wrong)
    {
        var found = new List<string>();
        foreach (var word in words.Split(' '))
        {
            if (wrong((await Facts.ParseAsync(text(word))).Count))
            {
                found.Add(word);
            }
        }

        return found;
    }
}
