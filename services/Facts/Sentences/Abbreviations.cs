using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Facts.Sentences;

/// <summary>What a word before a period is.</summary>
internal enum AbbreviationKind
{
    /// <summary>An ordinary word.</summary>
    None,

    /// <summary>Something always follows: <c>Dr.</c>, <c>v.</c>, <c>Ex.</c></summary>
    NeverLast,

    /// <summary>It can stand within a sentence and at its end: <c>St.</c>, <c>Inc.</c>, <c>U.S.</c>, an initial.</summary>
    MayBeLast,
}

/// <summary>The abbreviations of American legal prose (The Bluebook, tables T1, T6, T7, T12), and the words that tell a sentence's start behind one.</summary>
internal static partial class Abbreviations
{
    private static readonly FrozenSet<string> NeverLast = Words(
        """
        Dr Mr Mrs Ms Messrs Prof Hon Gov Sen Gen Col Capt Cpt Maj Lt Sgt Cmdr Adm Pres Supt Fr Atty
        v vs Ex Exs ex Art Arts art arts Sec Secs sec secs Ch ch Cl cl Fig Figs fig figs
        p pp para paras vol Vol Pt pt App Apps Tab Tr n nn cf Cf e.g i.e E.g I.e viz approx ca c
        """
    );

    private static readonly FrozenSet<string> MayBeLast = Words(
        """
        No Nos nos St Ave Blvd Rd Ln Ct Pl Sq Hwy Pkwy Ste Apt Bldg Fl Rm Mt Ft
        Inc Corp Co Ltd Bros Cos Assoc Assocs Assn Ass'n Mfg Mfrs Ins Indus Int'l Nat'l Nat Am Amer Cent Ctr Constr Dev Dist Elec
        Eng'g Enters Envtl Equip Fin Fed Found Gen'l Grp Hosp Inst Lab Labs Mach Mgmt Mkt Mktg Mun Mut Pac Pharm Prods Props Pub
        Ry Res Sav Sch Sec'y Servs Sys Tech Tel Transp Univ Util
        Jr Sr Esq Ph.D etc al Id id Ibid Dep't Dept Comm'n Comm Comm'r Gov't Educ Auth Bd Sup Super
        Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
        Ala Alaska Ariz Ark Cal Calif Colo Conn Del Fla Ga Haw Ill Ind Kan Ky La Me Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Or Ore
        Pa Tenn Tex Vt Va Wash Wis Wyo
        Supp Cir Civ Crim Prac Rem Proc Code Ann Stat Stats Reg Regs Rev Const Evid Bankr Adm'r Rptr Rep Reps App'x Jud Juris Cas Prob
        Fam Bus Com Prop Tax Pen Gov Health Parks Agric Occ Est Nat Loc Hum Spec Orgs Alco Bev R Cong Sess Res Eq Ed Eds ed eds
        """
    );

    private static readonly FrozenSet<string> Starters = Words(
        """
        He She It They We You I His Her Hers Its Their Our My Your The A An This That These Those There Here
        In On At By For From After Before When While If As Although Because But And Or So However Therefore Thus Then
        Upon Under With Without During Since Until Once Later Now Accordingly Moreover Furthermore Additionally Meanwhile Finally
        Nothing Nobody Neither Nor Such One Who What Where Why How Not Both Each Every All Some Any Many Most Several Although Unless
        Plaintiff Plaintiffs Defendant Defendants Petitioner Petitioners Respondent Respondents Appellant Appellants Appellee Appellees
        See To Counsel Nevertheless Nonetheless Instead Also No Second Third Did Does Was Were Is Are
        """
    );

    /// <summary>What the word before a period is.</summary>
    public static AbbreviationKind KindOf(string word) =>
        word.Replace('’', '\'') switch
        {
            var plain when NeverLast.Contains(plain) => AbbreviationKind.NeverLast,
            var plain when MayBeLast.Contains(plain) || Dotted().IsMatch(plain) => AbbreviationKind.MayBeLast,
            _ => AbbreviationKind.None,
        };

    /// <summary>Whether a word behind an abbreviation begins a sentence rather than goes on with it. <c>A.</c>, with a period of its own, is an initial.</summary>
    public static bool StartsSentence(string word) => Starters.Contains(word);

    /// <summary>The number of a list item, <c>1</c>, <c>a</c> or <c>IV</c>, which belongs to what it numbers.</summary>
    public static bool IsListNumber(string word) => ListNumber().IsMatch(word);

    // no mutants: no word is empty
    private static FrozenSet<string> Words(string lines) => lines.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    /// <summary>An initial or a chain: <c>J</c>, <c>U.S</c>, <c>a.m</c>, <c>Ph.D</c>.</summary>
    [GeneratedRegex(@"^(?:\p{L}|(?:\p{L}{1,3}\.)+\p{L}{1,3})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"^(?:\d{1,3}|[A-Za-z]|[IVXLC]{1,7})$", RegexOptions.ExplicitCapture)]
    private static partial Regex ListNumber();
}
