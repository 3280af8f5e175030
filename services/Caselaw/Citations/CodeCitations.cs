using System.Text.RegularExpressions;

namespace Caselaw.Citations;

/// <summary>Finds sections of codes: <c>42 U.S.C. § 1983</c>, <c>29 C.F.R. § 541.100</c>, <c>Tex. Civ. Prac. &amp; Rem. Code § 16.051</c>.</summary>
internal static partial class CodeCitations
{
    public const string UnitedStatesCode = "U.S.C.";
    public const string FederalRegulations = "C.F.R.";

    public static IEnumerable<Citation> Find(string text) =>
        [
            .. UnitedStates().Matches(text).Select(m => Read(m, CitationType.Statute, UnitedStatesCode)),
            .. Regulations().Matches(text).Select(m => Read(m, CitationType.Regulation, FederalRegulations)),
            .. Texas().Matches(text).Select(m => Read(m, CitationType.Statute, TexasCode(m.Groups["code"].Value))),
        ];

    /// <summary>A code of Texas as The Bluebook writes it, without <c>Ann.</c></summary>
    private static string TexasCode(string name) =>
        "Tex. "
        + Space()
            .Replace(name, " ")
            .Replace(" and ", " & ", StringComparison.OrdinalIgnoreCase)
            .Replace('’', '\'')
            .Replace(" Ann.", "", StringComparison.Ordinal);

    private static Citation Read(Match match, CitationType type, string code)
    {
        var parts = new CitationParts(
            Title: match.Groups["title"] is { Success: true } title ? int.Parse(title.Value) : null,
            Code: code,
            Section: match.Groups["section"].Value,
            Subsection: match.Groups["subsection"] is { Length: > 0 } subsection ? subsection.Value : null
        );
        return new Citation(match.Value, match.Index, match.Index + match.Length, type, parts);
    }

    [GeneratedRegex(
        """
            (?<![\w.$])(?<title>[1-9]\d?)\s+U\.?\s?S\.?\s?C\.?(?:\s?A\.?)?,?\s*(?:§{1,2}\s*|[Ss]ec(?:tion|\.)\s+)?
            (?<section>[1-9]\d{0,4}[a-z]{0,4}(?:-\d{1,4}[a-z]?)?)(?<subsection>(?:\([A-Za-z0-9]{1,5}\)){0,6})(?!\w)
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture
    )]
    private static partial Regex UnitedStates();

    [GeneratedRegex(
        """
            (?<![\w.$])(?<title>[1-9]\d?)\s+C\.?\s?F\.?\s?R\.?,?\s*(?:§{1,2}\s*|(?:[Pp]arts?|pts?\.)\s+|[Ss]ec(?:tion|\.)\s+)?
            (?<section>[1-9]\d{0,3}(?:\.\d{1,5}[a-z]?(?:-\d{1,4})?)?)(?<subsection>(?:\([A-Za-z0-9]{1,5}\)|(?<=\))-\d{1,4}){0,6})(?!\w)
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Regulations();

    [GeneratedRegex(
        """
            \bTex\.\s+(?<code>(?:(?:and|[A-Z&][\w.'’&]{0,20})\s+){1,6}?Code(?:\s+Ann\.)?|Code\s+Crim\.\s+Proc\.(?:\s+Ann\.)?)
            ,?\s+(?:§{1,2}\s*|arts?\.\s*|[Ss]ec(?:tion|\.)\s+)
            (?<section>[1-9]\d{0,4}[A-Za-z]{0,2}(?:\.\d{1,5}[A-Za-z]?(?:-\d{1,4})?)?)(?<subsection>(?:\([A-Za-z0-9]{1,5}\)){0,6})(?!\w)
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Texas();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
