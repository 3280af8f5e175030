using BlockKit.Text;
using CaseBlock.Formatting;

namespace CaseBlock.Extraction;

/// <summary>The parties on both sides of a "v.".</summary>
/// <param name="Plaintiffs">Names, in order.</param>
/// <param name="Defendants">Names, in order.</param>
/// <param name="HasRoles">Whether both sides say what they are ("Plaintiff", "Defendant").</param>
/// <param name="Versus">Where the "v." stands.</param>
internal sealed record Parties(IReadOnlyList<Slice> Plaintiffs, IReadOnlyList<Slice> Defendants, bool HasRoles, Slice Versus);

/// <summary>Finds the first "v." that stands between parties, and not in a citation ("Brown v. Board of Education, 347 U.S. 483").</summary>
internal static class PartyFinder
{
    /// <summary>A side of a caption has no more pieces than this.</summary>
    private const int LongestSide = 20;

    /// <summary>A caption stands at the top: behind so many "v." there are only citations.</summary>
    private const int Candidates = 50;

    public static Parties? Find(IReadOnlyList<CaptionPiece> pieces)
    {
        var flow = pieces.Where(p => !p.InSideColumn).ToList();
        return Enumerable
            .Range(0, flow.Count)
            .Where(i => flow[i].Kind == PieceKind.Versus)
            .Take(Candidates)
            .Where(i => IsCaption(flow[i]))
            .Select(i => Around(flow, i))
            .FirstOrDefault(parties => parties is { Plaintiffs.Count: > 0, Defendants.Count: > 0 });
    }

    /// <summary>A "v." alone in its column, or in a line that names roles or is written in capitals.</summary>
    private static bool IsCaption(CaptionPiece versus)
    {
        var before = versus.Line.Part(0, versus.Slice.Start - versus.Line.Start).Trim();
        var line = versus.Line.Text.Remove(versus.Slice.Start - versus.Line.Start, versus.Slice.Length);
        return before.Length == 0
            // no mutants: whether there is a role does not depend on where it ends
            || CaptionPatterns.Role().IsMatch(line)
            || !line.Any(char.IsLower);
    }

    private static Parties Around(List<CaptionPiece> flow, int versus)
    {
        var (before, role) = Side([.. flow.Take(Math.Max(0, versus - LongestSide)..versus).Reverse().TakeWhile(IsText)], fromVersus: false);
        var (after, otherRole) = Side([.. flow.Skip(versus + 1).Take(LongestSide).TakeWhile(IsText)], fromVersus: true);
        before.Reverse();
        return new Parties(Names(before), Names(after), role && otherRole, flow[versus].Slice);
    }

    private static bool IsText(CaptionPiece piece) => piece.Kind == PieceKind.Text;

    private static IReadOnlyList<Slice> Names(List<Slice> side) => [.. side.SelectMany(PartyNames.In).Take(Caption.MostParties)];

    /// <summary>
    /// What belongs to a side, nearest to the "v." first. After it, the role ends the side; before it, the role
    /// stands next to the "v." and the side goes on to whatever stands above. Without roles, a line belongs to
    /// the side as long as a comma, a semicolon or an "and" leads on to it.
    /// </summary>
    private static (List<Slice> Side, bool HasRole) Side(List<CaptionPiece> near, bool fromVersus)
    {
        var slices = near.ConvertAll(p => p.Slice);
        var role = slices.FindIndex(s => CaptionPatterns.Role().IsMatch(s.Text));
        if (role < 0)
        {
            return (WithoutRole(slices, fromVersus), false);
        }

        if (!fromVersus)
        {
            return (slices, true);
        }

        var match = CaptionPatterns.Role().Match(slices[role].Text);
        return ([.. slices.Take(role), slices[role].Part(0, match.Index + match.Length)], true);
    }

    private static List<Slice> WithoutRole(List<Slice> slices, bool fromVersus)
    {
        var count = Math.Min(1, slices.Count);
        while (count < slices.Count && LeadsOn(slices[fromVersus ? count - 1 : count].Text))
        {
            count++;
        }

        return slices[..count];
    }

    private static bool LeadsOn(string text) =>
        text.EndsWith(',') || text.EndsWith(';') || text.EndsWith(" and", StringComparison.OrdinalIgnoreCase);
}
