using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Caselaw.Citations;

/// <summary>Finds the parties in front of a volume, word by word to the left: <c>See Brown v. Board of Education, |347 U.S. 483</c>.</summary>
internal static partial class CaseNames
{
    private const int Furthest = 200;

    private static readonly FrozenSet<string> Links = Words("of the and & for de la del van von ex rel. et al.");

    /// <summary>Words that lead up to a citation and are no part of a name.</summary>
    private static readonly FrozenSet<string> Signals = Words(
        """
        See Also Accord But Cf. E.g. E.g., Compare Contra In Under From With As The Citing Quoting Following Like Since After
        Before And Of When While Although Because Both Then see also accord but cf. e.g., compare
        """
    );

    /// <summary>Abbreviations that end with a period within a name (The Bluebook, table T6).</summary>
    private static readonly FrozenSet<string> Abbreviated = Words(
        """
        Inc. Co. Corp. Ltd. Bros. Cos. Mfg. Ins. Educ. Univ. Am. Cent. Ry. St. Dr. Mr. Mrs. Ms. Dist. Indus. Sch. Hosp. Pac. Nat. Fed. Bd. Dep. Dept.
        Assoc. Auth. Bldg. Chem. Comm. Constr. Dev. Elec. Enter. Env. Fin. Found. Gen. Grp. Inst. Int. Invs. Lab. Mach. Mgmt. Mkt. Mut. Org. Pharm. Prods. Prop. Pub.
        Res. Sav. Servs. Sys. Tech. Tel. Transp. Tex. Cal. Fla. Ga. Ill. La. Mass. Mich. Minn. Miss. Pa. Va. Wash. Jr. Sr.
        """
    );

    private static readonly FrozenSet<string> Suffixes = Words("Inc. Inc LLC L.L.C. L.P. LP LLP Ltd. Corp. Co. N.A. P.C. S.A. Jr. Sr.");

    /// <summary>The name between <paramref name="from"/> and the comma before <paramref name="at"/>, or null.</summary>
    public static (int Start, string Text)? Before(string text, int from, int at)
    {
        var end = text.AsSpan(0, at).TrimEnd().Length - 1;
        if (end <= from || text[end] != ',')
        {
            return null;
        }

        var window = Math.Max(from, end - Furthest);
        // A word that the window cuts is left out.
        var words = Word().Matches(text[window..end]).Where(word => word.Index > 0 || window == from).ToArray();
        return FirstWord(words) is { } first ? (window + words[first].Index, text[(window + words[first].Index)..end]) : null;
    }

    private static int? FirstWord(Match[] words)
    {
        for (var i = words.Length - 1; i > 0; i--)
        {
            var (word, before) = (words[i].Value, words[i - 1].Value);
            if (i < words.Length - 1 && word is "v." or "vs." or "v")
            {
                return FirstOfPlaintiff(words, i);
            }

            if ((before, word) is ("In" or "in", "re") or ("Ex" or "ex", "parte") or ("Matter", "of"))
            {
                return i < words.Length - 1 ? i - 1 : null;
            }

            if (!IsOfName(word))
            {
                return null;
            }
        }

        return null;
    }

    private static int? FirstOfPlaintiff(Match[] words, int versus)
    {
        var first = versus;
        while (first > 0 && IsOfName(words[first - 1].Value) && Joins(words[first - 1].Value, words[first].Value, first == versus))
        {
            first--;
        }

        while (first < versus && (Signals.Contains(words[first].Value) || Links.Contains(words[first].Value)))
        {
            first++;
        }

        return first < versus ? first : null;
    }

    private static bool IsOfName(string word) => Links.Contains(word) || char.IsUpper(word[0]) || char.IsDigit(word[0]);

    /// <summary>A comma ends what goes before, but for <c>Acme, Inc.</c>; so does a period that is no abbreviation's.</summary>
    private static bool Joins(string word, string next, bool last) =>
        word[^1] switch
        {
            ',' => !last && Suffixes.Contains(next.TrimEnd(',')),
            '.' => Abbreviated.Contains(word) || Links.Contains(word) || Signals.Contains(word) || Dotted().IsMatch(word),
            ';' or ':' or ')' or '!' or '?' or '”' or '"' => false,
            _ => true,
        };

    // no mutants: no word is empty
    private static FrozenSet<string> Words(string lines) => lines.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    [GeneratedRegex(@"[^\s(\[“""]+")]
    private static partial Regex Word();

    /// <summary>An initial or a chain: <c>J.</c>, <c>U.S.</c>, <c>R.R.</c></summary>
    [GeneratedRegex(@"^(?:\p{L}{1,2}\.)+$")]
    private static partial Regex Dotted();
}
