using BlockKit.Text;

namespace CaseBlock.Extraction;

/// <summary>Finds the caption of a pleading: the parties around the "v.", and the court and cause number near them.</summary>
internal static class CaptionExtractor
{
    /// <summary>How many pieces around the "v.", or from the top where there is none ("IN RE …"), the court and the number are looked for.</summary>
    private const int Reach = 24;

    private const double PartiesWeight = 0.5;
    private const double RolesWeight = 0.1;
    private const double CauseNumberWeight = 0.2;
    private const double CourtWeight = 0.2;

    /// <returns>The caption, or null when nothing looks like one.</returns>
    public static ExtractedCaption? Extract(SourceText source)
    {
        var pieces = CaptionPieces.In(source);
        var parties = PartyFinder.Find(pieces);
        var near = Near(pieces, parties);
        var (court, number) = (Court(near), CauseNumber(near));
        if (parties is null && (court is null || number is null))
        {
            return null;
        }

        return new ExtractedCaption(
            Texts(parties?.Plaintiffs),
            Texts(parties?.Defendants),
            Confidence(parties, court, number),
            number,
            court
        );
    }

    private static List<CaptionPiece> Near(List<CaptionPiece> pieces, Parties? parties)
    {
        var middle = parties is null ? 0 : pieces.FindIndex(p => p.Slice == parties.Versus);
        return [.. pieces.Skip(middle - Reach).Take(Math.Min(middle, Reach) + Reach)];
    }

    private static string? CauseNumber(List<CaptionPiece> near) =>
        near.Where(p => p.Kind == PieceKind.CauseNumber)
            .Select(p => CaptionPatterns.CauseNumber(p.Slice.Text)?.Value)
            .FirstOrDefault(number => number is not null);

    /// <summary>The first line that names a court, and the lines right below it that go on with it.</summary>
    private static string? Court(List<CaptionPiece> near)
    {
        var first = near.FindIndex(p => p.Kind == PieceKind.Court);
        if (first < 0)
        {
            return null;
        }

        var court = near[first].Slice;
        foreach (var next in near.Skip(first + 1).TakeWhile(p => p.Kind == PieceKind.Court))
        {
            var longer = court.To(next.Slice);
            court = court.Touches(next.Slice) && longer.Length <= SourceText.LongestLine ? longer : court;
        }

        return CaptionPatterns.LooseEnd().Replace(court.Trim(",.;").Text, "");
    }

    private static double Confidence(Parties? parties, string? court, string? number) =>
        Math.Round(
            (parties is null ? 0 : PartiesWeight)
                + (parties is { HasRoles: true } ? RolesWeight : 0)
                + (number is null ? 0 : CauseNumberWeight)
                + (court is null ? 0 : CourtWeight),
            2
        );

    private static IReadOnlyList<string> Texts(IReadOnlyList<Slice>? names) => [.. (names ?? []).Select(name => name.Text)];
}
