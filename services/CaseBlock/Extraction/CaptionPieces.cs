using System.Text.RegularExpressions;
using BlockKit.Text;

namespace CaseBlock.Extraction;

/// <summary>Cuts lines at § columns, at "v.", at cause numbers and at courts, and says what each piece is.</summary>
internal static class CaptionPieces
{
    /// <summary>A caption stands on the first pages; what comes later is not looked at, so that a long document costs no more than a short one.</summary>
    private const int FirstLines = 500;

    private const int LongestCourtLine = 200;

    /// <summary>More words in lower case than any description of a party has ("individually and as next friend of …").</summary>
    private const int ProseWords = 16;

    /// <summary>The pieces of the first pages in the order of the text.</summary>
    public static List<CaptionPiece> In(SourceText source)
    {
        var pieces = new List<CaptionPiece>();
        foreach (var line in source.Lines.Take(FirstLines))
        {
            foreach (var (column, isSide) in Columns(line))
            {
                pieces.AddRange(Cut(column).Select(slice => new CaptionPiece(slice, PieceKind.Text, line, isSide)));
            }
        }

        Classify(pieces);
        return pieces;
    }

    private static IEnumerable<(Slice Column, bool IsSide)> Columns(Slice line)
    {
        var start = 0;
        foreach (Match match in CaptionPatterns.Column().Matches(line.Text))
        {
            yield return (line.Part(start, match.Index).Trim(), start > 0);
            start = match.Index + match.Length;
        }

        yield return (line.Part(start, line.Length).Trim(), start > 0);
    }

    private static IEnumerable<Slice> Cut(Slice column)
    {
        var start = 0;
        foreach (Match match in CaptionPatterns.Marks().Matches(column.Text))
        {
            yield return column.Part(start, match.Index).Trim();
            start = match.Index + match.Length;
            yield return column.Part(match.Index, start).Trim();
        }

        yield return column.Part(start, column.Length).Trim();
    }

    private static void Classify(List<CaptionPiece> pieces)
    {
        pieces.RemoveAll(p => p.Slice.Length == 0);
        var above = new Dictionary<bool, PieceKind>();
        for (var i = 0; i < pieces.Count; i++)
        {
            var kind = Kind(pieces[i].Slice.Text, above.GetValueOrDefault(pieces[i].InSideColumn));
            above[pieces[i].InSideColumn] = kind;
            pieces[i] = pieces[i] with { Kind = kind };
        }
    }

    private static PieceKind Kind(string text, PieceKind above) =>
        text switch
        {
            _ when CaptionPatterns.LoneVersus().IsMatch(text) => PieceKind.Versus,
            _ when IsProse(text) => PieceKind.Other,
            _ when CaptionPatterns.Marks().Match(text) is { Index: 0 } mark && mark.Groups["cause"].Success => PieceKind.CauseNumber,
            _ when IsCourt(text, above) => PieceKind.Court,
            _ when CaptionPatterns.Title().IsMatch(text) => PieceKind.Other,
            _ => PieceKind.Text,
        };

    private static bool IsCourt(string text, PieceKind above) =>
        text.Length <= LongestCourtLine
        && CaptionPatterns.IsHeading(text)
        && !CaptionPatterns.Role().IsMatch(text)
        && (
            CaptionPatterns.Court().IsMatch(text)
            || (above == PieceKind.Court && !text.EndsWith(',') && CaptionPatterns.CourtContinued().IsMatch(text))
        );

    private static bool IsProse(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => char.IsLower(word[0])) > ProseWords;
}
