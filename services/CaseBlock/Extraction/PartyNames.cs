using System.Text.RegularExpressions;
using BlockKit.Text;

namespace CaseBlock.Extraction;

/// <summary>Splits "JOHN SMITH, JR., individually, and ACME, INC., Defendants," into the names in it.</summary>
internal static partial class PartyNames
{
    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private const string Suffixes =
        @"(?:inc|l\.?l\.?c|l\.?l\.?p|l\.?p|p\.?l\.?l\.?c|p\.?c|p\.?a|n\.?a|s\.?a|ltd|limited|corp|corporation|co|company|jr|sr|ii|iii|iv|m\.?d|d\.?o|ph\.?d|esq)";

    public static IEnumerable<Slice> In(Slice line)
    {
        var names = new List<Slice>();
        foreach (var part in Parts(line))
        {
            if (names.Count > 0 && Suffix().IsMatch(part.Text))
            {
                names[^1] = names[^1].To(part);
            }
            else if (IsName(part, isFirst: part.Start == line.Start))
            {
                names.Add(part);
            }
        }

        return names.Select(WithoutEnd);
    }

    /// <summary>Between roles, commas, semicolons, and each "and" that joins two names.</summary>
    private static IEnumerable<Slice> Parts(Slice line) =>
        from withoutRole in Split(line, CaptionPatterns.Role().Matches(line.Text))
        from part in Split(withoutRole, Comma().Matches(withoutRole.Text))
        from name in Split(part, And().Matches(part.Text).Where(and => Joins(part.Text, and)))
        let trimmed = name.Trim(",;:")
        where trimmed.Length > 0
        select trimmed;

    private static IEnumerable<Slice> Split(Slice slice, IEnumerable<Match> separators)
    {
        var start = 0;
        foreach (var match in separators)
        {
            yield return slice.Part(start, match.Index);
            start = match.Index + match.Length;
        }

        yield return slice.Part(start, slice.Length);
    }

    /// <summary>
    /// "JOHN SMITH and ACME CORP." are two, "SMITH AND SONS" and "BED BATH AND BEYOND, INC." are one: an "and" in small letters
    /// among capitals joins, else it joins two names of two words or more, or follows a company's suffix.
    /// </summary>
    private static bool Joins(string text, Match and)
    {
        var (left, right) = (text[..and.Index].Trim(), text[(and.Index + and.Length)..].Trim());
        var isEdge = left.Length == 0 || right.Length == 0;
        var standsOut = char.IsLower(and.Value.Trim()[0]) && !left.Any(char.IsLower);
        return isEdge || standsOut || EndsInSuffix().IsMatch(left) || (left.Contains(' ') && NameWords(right) > 1);
    }

    private static int NameWords(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => !Suffix().IsMatch(word));

    /// <summary>A name begins with a capital or a digit; what follows a comma may be a description instead.</summary>
    private static bool IsName(Slice part, bool isFirst) =>
        (char.IsUpper(part.Text[0]) || char.IsDigit(part.Text[0]))
        && part.Text.Count(char.IsLetter) > 1
        && (isFirst || !Description().IsMatch(part.Text));

    /// <summary>Without "et al." and without the full stop of the sentence, but with that of an abbreviation ("CORP.").</summary>
    private static Slice WithoutEnd(Slice name)
    {
        var cut = EtAl().Match(name.Text) is { Success: true } others ? name.Part(0, others.Index).Trim(",") : name;
        return Abbreviated().IsMatch(cut.Text) ? cut : cut.Trim(".");
    }

    [GeneratedRegex("[,;]")]
    private static partial Regex Comma();

    [GeneratedRegex(@"(?<=^|\s)and(?=\s|$)", AnyCase)]
    private static partial Regex And();

    [GeneratedRegex("^" + Suffixes + @"\.?$", AnyCase)]
    private static partial Regex Suffix();

    [GeneratedRegex(@"\b" + Suffixes + @"\.?$", AnyCase)]
    private static partial Regex EndsInSuffix();

    [GeneratedRegex(
        @"^(?:individually|as|by|on\s+behalf|an?|in\s+(?:his|her|its|their)|d/b/a|f/k/a|a/k/a|deceased|et\s+al|his|her|their|its|both|each|all|solely|through)\b",
        AnyCase
    )]
    private static partial Regex Description();

    [GeneratedRegex(@"(?:^|\s)et\s+al\b.*$", AnyCase)]
    private static partial Regex EtAl();

    [GeneratedRegex(@"\b(?:" + Suffixes + @"|bros|ass['’]?n|dep['’]?t|mfg|int['’]?l|[A-Z])\.$", AnyCase)]
    private static partial Regex Abbreviated();
}
