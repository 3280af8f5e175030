using System.Text.RegularExpressions;
using Ingestion.Reading;
using LegalDocuments;
using LegalDocuments.Docx;

namespace Ingestion.Parties;

/// <summary>Where in a document its signature block stands.</summary>
internal static partial class SignaturePart
{
    private const int LongestBlock = 30;

    /// <summary>The paragraphs to look through: those in Export's own style, else those after the last "Respectfully submitted", else the last ones.</summary>
    public static IReadOnlyList<TextBlock> Candidates(IReadOnlyList<TextBlock> blocks)
    {
        var styled = blocks.Where(IsStyled).ToList();
        if (styled.Count > 0)
        {
            return styled;
        }

        var opening = blocks.Select((b, i) => (b, i)).LastOrDefault(x => Opening().IsMatch(x.b.Text), (null!, -1)).i;
        return [.. opening < 0 ? blocks.TakeLast(LongestBlock) : blocks.Skip(opening).Take(LongestBlock)];
    }

    /// <summary>Those of the candidates that are the block, once it is known: from its first line to its last, but no prose.</summary>
    public static IEnumerable<TextBlock> Of(IReadOnlyList<TextBlock> candidates, SignatureBlock signature)
    {
        if (candidates.All(IsStyled))
        {
            return candidates;
        }

        string?[] values =
        [
            signature.AttorneyName,
            signature.BarNumber,
            signature.Firm,
            .. signature.Address?.Split('\n') ?? [],
            signature.Phone,
            signature.Email,
        ];
        var lines = candidates.Select(b => !Prose.IsProse(b.Text) && IsLine(b, values)).ToList();
        return candidates.Take(lines.LastIndexOf(true) + 1).Skip(Math.Max(0, lines.IndexOf(true))).Where(b => !Prose.IsProse(b.Text));
    }

    private static bool IsStyled(TextBlock block) => block.StyleId == StyleIds.SignatureBlock;

    private static bool IsLine(TextBlock block, string?[] values) =>
        Furniture().IsMatch(block.Text)
        || values.Any(v => v?.Trim() is { Length: > 0 } value && block.Text.Contains(value, StringComparison.Ordinal));

    [GeneratedRegex(@"^\s*respectfully\b", RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    /// <summary>Lines that only a signature block has.</summary>
    [GeneratedRegex(
        @"^\s*(?:respectfully\b|by:|/s/|_{5,}|(?:lead )?(?:attorneys?|counsel) for\b|(?:fax|facsimile|telephone|phone|e-?mail)\b\W)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Furniture();
}
