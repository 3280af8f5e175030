using System.Text.RegularExpressions;

namespace CaseBlock.Extraction;

/// <summary>How the parts of an American caption are written. All patterns take time linear in the line, which <c>SourceText</c> bounds.</summary>
internal static partial class CaptionPatterns
{
    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private const string OneRole =
        @"(?:(?:third[- ]party|counter|cross|co)[- ]?)?(?:plaintiff|petitioner|appellant|claimant|relator|complainant|defendant|respondent|appellee|intervenor)(?:s|\(s\))?";

    private const string CauseLabel =
        @"(?:\b(?:cause|case|docket|index|civil(?:\s+action)?|criminal(?:\s+action)?|adversary|appeal|file)\s*(?:(?:no|number|num)\b\.?|\#)|^no\.)\s*:?";

    /// <summary>"Plaintiff", "Defendants/Counter-Plaintiffs", "Plaintiff-Appellant"; no possessive, which is a title's.</summary>
    [GeneratedRegex(@"\b" + OneRole + @"(?:\s*[/&-]\s*" + OneRole + @")*\b(?!['’])\)?[\s,.;:]*", AnyCase)]
    public static partial Regex Role();

    /// <summary>A "v." that stands alone; only there are the looser spellings safe.</summary>
    [GeneratedRegex(@"^(?:v|vs|versus|[-–—]?\s*against\s*[-–—]?)[.,:]*$", AnyCase)]
    public static partial Regex LoneVersus();

    /// <summary>What splits a line into pieces: a "v." among words, a cause number, a court that begins in mid-line.</summary>
    [GeneratedRegex(
        @"(?<versus>(?<=\s)(?:vs?\.|versus)(?=\s))|(?<cause>"
            + CauseLabel
            + @"\s*(?<number>(?=[^\s,;]*\d)(?:\d+\s+(?:civ|cv|cr|c)\.?\s+\d+|[A-Z0-9](?:[A-Z0-9:./()–-]*[A-Z0-9)])?))?)|(?<court>(?<=\s)in\s+the\s+(?:[\w.'’&-]+\s+){0,10}?court\b.*$)",
        AnyCase
    )]
    public static partial Regex Marks();

    /// <summary>The column of § or ) between parties and court. A § after a code's name is a citation.</summary>
    [GeneratedRegex(@"(?<!(?:code|c\.|r\.|ann\.|stat\.)\s{0,2})§|(?<=^|\s)[)|](?=\s|$)|(?<=,)\)(?=\s|$)", AnyCase)]
    public static partial Regex Column();

    /// <summary>What every name of a court holds.</summary>
    [GeneratedRegex(
        @"\b(?:district|superior|circuit|county|supreme|justice|bankruptcy|probate|family|municipal|chancery|tax|business|appellate|juvenile|city)\s+court\b|\bcourt\s+(?:of|at\s+law)\b",
        AnyCase
    )]
    public static partial Regex Court();

    /// <summary>What goes on with a court in the next line: "FOR THE WESTERN DISTRICT OF TEXAS", "TRAVIS COUNTY, TEXAS", "250TH JUDICIAL DISTRICT".</summary>
    [GeneratedRegex(
        @"^(?:for|of|in\s+and\s+for|county\s+of|at\s+law)\b|\bcounty,|\bdivision\b|\b(?:judicial|\d+(?:st|nd|rd|th))\s+(?:district|circuit)\b|\bdistrict\s+of\b",
        AnyCase
    )]
    public static partial Regex CourtContinued();

    /// <summary>A word at the end of a court that led on to the next line of a § column.</summary>
    [GeneratedRegex(@"\s+(?:of|for|in|and|the)$", AnyCase)]
    public static partial Regex LooseEnd();

    /// <summary>The title of a pleading.</summary>
    [GeneratedRegex(
        @"\b(?:petition|complaint|motion|answer|brief|memorandum|notice|response|reply|affidavit|declaration|judgment|interrogatories|objections?|stipulation|indictment|demand)(?:\s+(?:for|to|in|and|of|on|with)\b.*)?$|^(?:agreed\s+|proposed\s+|final\s+)?order\b(?!\s+of\b)|^(?:attorneys?|counsel)\s+for\b",
        AnyCase
    )]
    public static partial Regex Title();

    /// <summary>The number in a cause mark, or null while the blank after "CAUSE NO." is not filled in.</summary>
    public static Group? CauseNumber(string text) => Marks().Match(text).Groups["number"] is { Success: true } number ? number : null;

    /// <summary>Whether every longer word begins with a capital, as in a heading and not in prose.</summary>
    public static bool IsHeading(string text) => !LowerCaseWord().IsMatch(text);

    [GeneratedRegex(@"(?<![\p{L}'’])\p{Ll}\p{L}{3,}")]
    private static partial Regex LowerCaseWord();
}
