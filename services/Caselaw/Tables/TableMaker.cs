using System.Text.RegularExpressions;
using Caselaw.Citations;

namespace Caselaw.Tables;

/// <summary>An authority of a table, and the group it stands in.</summary>
internal sealed record TableRow(CitationType Type, TableEntry Entry);

/// <summary>Makes a table of authorities from paragraphs.</summary>
internal static partial class TableMaker
{
    /// <summary>Each authority once, sorted within its group.</summary>
    public static List<TableRow> Make(IEnumerable<Paragraph> paragraphs) =>
        [
            .. paragraphs
                .SelectMany(paragraph => CitationReader.Find(paragraph.Text).Select(citation => (paragraph, citation)))
                .GroupBy(use => (use.citation.Type, Normalized: Bluebook.Normalized(use.citation.Type, use.citation.Components)))
                .Select(uses => new TableRow(
                    uses.Key.Type,
                    new TableEntry(
                        Fullest(uses.Select(use => use.citation)),
                        uses.Key.Normalized,
                        uses.Count(),
                        [.. uses.Select(use => use.paragraph.Id).OfType<string>().Distinct()]
                    )
                ))
                .OrderBy(row => SortKey(row), StringComparer.OrdinalIgnoreCase)
                .ThenBy(row => row.Entry.NormalizedCitation, StringComparer.Ordinal),
        ];

    /// <summary>The longest, without the page meant, which differs from use to use.</summary>
    private static string Fullest(IEnumerable<Citation> citations) =>
        citations.Select(c => Bluebook.Full(c.Type, c.Components with { Pinpoint = null })).MaxBy(text => text.Length)!;

    /// <summary>Numbers sort by value: <c>9 U.S.C.</c> before <c>42 U.S.C.</c></summary>
    private static string SortKey(TableRow row) => Number().Replace(row.Entry.Citation, number => number.Value.PadLeft(6, '0'));

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
