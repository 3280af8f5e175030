using System.Text.RegularExpressions;

namespace Caselaw.Citations;

/// <summary>Finds decisions of courts: <c>Brown v. Board of Education, 347 U.S. 483, 495 (1954)</c>.</summary>
internal static partial class CaseCitations
{
    public static IEnumerable<Citation> Find(string text)
    {
        var last = 0;
        for (var match = Place().Match(text); match.Success; match = Place().Match(text, Next(match)))
        {
            if (Reporters.Find(match.Groups["reporter"].Value) is { } reporter)
            {
                yield return Read(text, match, reporter, last);
                last = match.Index + match.Length;
            }
        }
    }

    /// <summary>What looked like a volume and is none may hide the true one behind it.</summary>
    private static int Next(Match match) =>
        Reporters.Find(match.Groups["reporter"].Value) is null ? match.Index + match.Groups["volume"].Length : match.Index + match.Length;

    /// <param name="last">The end of the citation before: a name cannot begin in it.</param>
    private static Citation Read(string text, Match match, Reporter reporter, int last)
    {
        var name = CaseNames.Before(text, last, match.Index);
        var start = name?.Start ?? match.Index;
        var end = match.Index + match.Length;
        var parts = new CitationParts(
            CaseName: name?.Text,
            Volume: int.Parse(match.Groups["volume"].Value),
            Reporter: reporter.Name,
            Page: int.Parse(match.Groups["page"].Value),
            Pinpoint: Value(match, "pinpoint"),
            Court: Value(match, "court"),
            Year: Value(match, "year") is { } year ? int.Parse(year) : null
        );
        return new Citation(text[start..end], start, end, CitationType.Case, parts);
    }

    private static string? Value(Match match, string group) => match.Groups[group] is { Success: true } found ? found.Value : null;

    /// <summary>Volume, reporter, page; the pages meant, unless a parallel citation begins there; court and year.</summary>
    [GeneratedRegex(
        """
            (?<![\w.$])(?<volume>[1-9]\d{0,3})\s+(?<reporter>[A-Z][A-Za-z0-9.'’\s]{0,18}?)\s+(?<page>[1-9]\d{0,4})(?!\w)
            (?:,\s+(?<pinpoint>\d{1,5}(?:[-–]\d{1,5})?)(?!\w|\s+[A-Z]))?
            (?:\s+\((?:(?<court>[^()\s][^()]{0,80}?)\s+)?(?<year>1[6-9]\d\d|20\d\d)(?:,\s[^()]{1,80})?\))?
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Place();
}
