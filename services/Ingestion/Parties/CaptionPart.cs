using System.Text.RegularExpressions;
using Ingestion.Reading;
using LegalDocuments;
using LegalDocuments.Docx;

namespace Ingestion.Parties;

/// <summary>Where in a document its caption stands.</summary>
internal static partial class CaptionPart
{
    /// <summary>A caption in a table of § signs takes some forty cells.</summary>
    private const int LongestCaption = 60;

    /// <summary>The paragraphs to look through: those in Export's own style, else those before the first heading or title.</summary>
    public static IReadOnlyList<TextBlock> Candidates(IReadOnlyList<TextBlock> blocks)
    {
        var styled = blocks.Where(IsStyled).ToList();
        if (styled.Count > 0)
        {
            return styled;
        }

        var top = blocks.TakeWhile(b => b.OutlineLevel is null && b.StyleId != StyleIds.Title).Take(LongestCaption).ToList();
        return top.Count > 0 ? top : [.. blocks.Take(LongestCaption)];
    }

    /// <summary>Those of the candidates that are the caption, once it is known: from its first line to its last, but no prose.</summary>
    public static IEnumerable<TextBlock> Of(IReadOnlyList<TextBlock> candidates, CaseBlock caption)
    {
        if (candidates.All(IsStyled))
        {
            return candidates;
        }

        string[] values = [.. caption.Plaintiffs, .. caption.Defendants, .. Lines(caption.CauseNumber), .. Lines(caption.Court)];
        var upToProse = candidates.TakeWhile(b => !Prose.IsProse(b.Text)).ToList();
        return upToProse.Take(upToProse.FindLastIndex(b => IsLine(b, values)) + 1);
    }

    private static bool IsStyled(TextBlock block) => block.StyleId == StyleIds.CaseCaption;

    private static bool IsLine(TextBlock block, string[] values) =>
        Furniture().IsMatch(block.Text)
        || (!Title().IsMatch(block.Text) && values.Any(v => block.Text.Contains(v, StringComparison.Ordinal)));

    private static string[] Lines(string? value) => value?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Lines that only a caption has: a role, a "v.", a column of § signs or brackets.</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:counter-|cross-|third[ -]party )?(?:plaintiff|defendant|petitioner|respondent|appellant|appellee)s?|vs?\.?|versus|[§)(\s]+)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Furniture();

    /// <summary>The title of a pleading may name its parties.</summary>
    [GeneratedRegex(
        @"\b(?:petition|complaint|motion|answer|brief|memorandum|notice|response|reply|affidavit|declaration|order|judgment)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Title();
}
