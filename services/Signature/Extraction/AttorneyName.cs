using BlockKit.Text;

namespace Signature.Extraction;

/// <summary>Finds who signed.</summary>
internal static class AttorneyName
{
    /// <summary>The name after "/s/" or "By:", else the name nearest above the bar number, else one right below it.</summary>
    /// <param name="lines">The block.</param>
    /// <param name="barNumber">Where the label of the bar number begins, as a position in the text.</param>
    public static Slice? Find(IReadOnlyList<Slice> lines, int barNumber)
    {
        var signed = lines.SelectMany(Signed);
        var pieces = lines.SelectMany(line => Before(line, barNumber)).SelectMany(Pieces.Of).ToList();
        var above = pieces.Where(p => p.Start < barNumber).Reverse();
        var below = lines.Where(line => line.Start > barNumber).Take(1);
        return signed.Concat(above).Concat(below).Select(Clean).Where(IsName).Select(name => (Slice?)name).FirstOrDefault();
    }

    private static IEnumerable<Slice> Signed(Slice line) =>
        SignaturePatterns.Signed().Matches(line.Text).Select(mark => Pieces.Of(line.Part(mark.Index + mark.Length, line.Length)).First());

    /// <summary>A line cut off where the bar number begins: "Jane Doe (SBN 123456)".</summary>
    private static IEnumerable<Slice> Before(Slice line, int barNumber)
    {
        if (line.Start < barNumber)
        {
            yield return line.Part(0, Math.Min(line.End, barNumber) - line.Start);
        }
    }

    private static Slice Clean(Slice piece) =>
        piece.Trim("_,;:([ ") is var name && SignaturePatterns.Signed().Match(name.Text) is { Success: true } mark
            ? name.Part(mark.Index + mark.Length, name.Length).Trim("_")
            : name;

    private static bool IsName(Slice piece) =>
        SignaturePatterns.PersonName().IsMatch(piece.Text)
        && !SignaturePatterns.Firm().IsMatch(piece.Text)
        && !SignaturePatterns.Opening().IsMatch(piece.Text);
}
