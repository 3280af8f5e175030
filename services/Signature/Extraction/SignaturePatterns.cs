using System.Text.RegularExpressions;

namespace Signature.Extraction;

/// <summary>How the parts of an American attorney's signature block are written.</summary>
internal static partial class SignaturePatterns
{
    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    /// <summary>The line that opens the block.</summary>
    [GeneratedRegex(@"^respectfully(?:\s+submitted)?\b", AnyCase)]
    public static partial Regex Opening();

    /// <summary>An electronic signature ("/s/ Jane Doe") or "By:" before a name or a blank line for ink.</summary>
    [GeneratedRegex(@"(?:\bby:\s*)?/s/[\s_]*|^by:[\s_]*", AnyCase)]
    public static partial Regex Signed();

    /// <summary>What comes after the block.</summary>
    [GeneratedRegex(
        @"^(?:certificate\s+of|verification\b|exhibit\b|notice\b|order\b)|^(?:(?:lead\s+)?attorneys?|counsel)\s+for\b",
        AnyCase
    )]
    public static partial Regex Ending();

    /// <summary>"State Bar No. 24012345", "SBN 123456", "Texas Bar No.: 24012345", "ARDC No. 6201234".</summary>
    [GeneratedRegex(
        @"\b(?:(?:state\s+)?bar\s*(?:card\s*|roll\s*|id\s*)?(?:no\b|number\b|num\b|id\b|\#)?|(?:sbn|tbn|sbot|ardc|ctjuris|attorney\s+(?:id|no|reg))\b(?:[.\s]*(?:no|number)\b)?)[\s.:\#]*(?<number>[A-Z]{0,3}\d[\d-]{2,11}(?<=\d))\b",
        AnyCase
    )]
    public static partial Regex BarNumber();

    /// <summary>A number of the North American plan, with an extension.</summary>
    [GeneratedRegex(@"(?<![\w(+.-])(?:\+?1[-. ])?(?:\(\d{3}\)\s*|\d{3}[-.\s])\d{3}[-. ]\d{4}\b(?:,?\s*(?:ext\.?|x)\s*\d{1,6})?", AnyCase)]
    public static partial Regex Phone();

    /// <summary>A label that says that the number after it is a fax number.</summary>
    [GeneratedRegex(@"\b(?:fax|facsimile|telecopier|telecopy|f)\b[^\p{L}\d]*$", AnyCase)]
    public static partial Regex FaxLabel();

    /// <summary>An e-mail address as people write it.</summary>
    [GeneratedRegex(@"(?<![\w.+%-])[\w.+%-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}\b", AnyCase)]
    public static partial Regex Email();

    /// <summary>From a house number or a post-office box to a ZIP code, at most four lines further down.</summary>
    [GeneratedRegex(
        @"(?:(?<![\w.#-])\d{1,6}(?:-\d{1,4})?\p{Zs}+[\p{L}\d]|\bP\.?\s?O\.?\s+(?:Box|Drawer)\s+\d|\b(?:One|Two|Three)\s+[A-Z])[^\n]{0,120}?(?:\n[^\n]{0,120}?){0,4}?(?:\b[A-Z]{2}|\b[A-Z][a-z]+\.?|\b[A-Z]{4,})[,.]?\s+\d{5}(?:-\d{4})?(?![\w-])",
        RegexOptions.ExplicitCapture
    )]
    public static partial Regex Address();

    /// <summary>What only a firm or an office is called.</summary>
    [GeneratedRegex(
        @"\b(?:l\.?l\.?p|p\.?l\.?l\.?c|l\.?l\.?c|p\.c|pc|p\.a|l\.?p)\b\.?|\blaw\s+(?:firm|offices?|group|center)\b|\battorneys\s+at\s+law\b|&\s+(?:associates|partners)\b|\blegal\s+(?:aid|services)\b|\b(?:district|county|city)\s+attorney['’]s\s+office\b|\boffice\s+of\s+the\b|\bpublic\s+defender\b",
        AnyCase
    )]
    public static partial Regex Firm();

    /// <summary>A comma, unless a suffix follows that belongs to the name before it ("Doe, LLP", "John Doe, Jr.").</summary>
    [GeneratedRegex(@",(?!\s*(?:l\.?l\.?p|p\.?l\.?l\.?c|l\.?l\.?c|p\.?c|p\.?a|l\.?p|jr|sr|ii|iii|iv)\b)", AnyCase)]
    public static partial Regex Separator();

    /// <summary>Two to six words with capitals: a person's name.</summary>
    [GeneratedRegex(
        @"^\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|[“""(]\p{Lu}\p{L}+[”"")]|de|la|del|van|von|der|y)){1,5}(?:,?\s+(?:Jr|JR|Sr|SR|II|III|IV)\.?)?$",
        RegexOptions.ExplicitCapture
    )]
    public static partial Regex PersonName();
}
