using System.Text.RegularExpressions;
using BlockKit.Text;

namespace Signature.Extraction;

/// <summary>Reads the signature block of a pleading.</summary>
internal static class SignatureExtractor
{
    /// <returns>The block, or null when there is no name with a bar number.</returns>
    public static ExtractedSignature? Extract(SourceText source)
    {
        var lines = SignatureBlock.Find(source);
        if (lines.Count == 0)
        {
            return null;
        }

        var block = lines[0].To(lines[^1]);
        var bar = SignaturePatterns.BarNumber().Match(block.Text);
        return AttorneyName.Find(lines, block.Start + bar.Index) is { } name
            ? new ExtractedSignature(
                name.Text,
                bar.Groups["number"].Value,
                Firm(lines, name),
                Address(block, bar),
                Phone(block.Text),
                Email(block.Text)
            )
            : null;
    }

    private static string? Email(string block) => First(SignaturePatterns.Email().Matches(block))?.Value;

    private static string? Phone(string block) =>
        First(SignaturePatterns.Phone().Matches(block).Where(m => !SignaturePatterns.FaxLabel().IsMatch(block[..m.Index])))?.Value;

    /// <summary>The bar number is no house number.</summary>
    private static string? Address(Slice block, Match bar) =>
        block.Part(bar.Index + bar.Length, block.Length) is var below
        && SignaturePatterns.Address().Match(below.Text) is { Success: true } after
            ? after.Value
            : First(SignaturePatterns.Address().Matches(block.Text[..bar.Index]))?.Value;

    /// <summary>The first piece between commas, other than the attorney's name, that is called like a firm; the whole line when only its commas are in the way.</summary>
    private static string? Firm(IReadOnlyList<Slice> lines, Slice name) =>
        lines
            .Where(line => SignaturePatterns.Firm().IsMatch(line.Text))
            .Select(line => IsFirmLine(line, name) ? line.Trim(",") : FirmPiece(line))
            .Select(firm => firm?.Text)
            .FirstOrDefault(firm => firm is not null);

    /// <summary>"Smith, Jones &amp; Doe, LLP" stands in a line of its own: no digits, no signature, no other words than the name's.</summary>
    private static bool IsFirmLine(Slice line, Slice name) =>
        !line.Text.Any(char.IsDigit)
        && !line.Text.Contains('@')
        && !SignaturePatterns.Signed().IsMatch(line.Text)
        && !SignaturePatterns.Opening().IsMatch(line.Text)
        && !line.Text.StartsWith(name.Text + ",", StringComparison.Ordinal);

    private static Slice? FirmPiece(Slice line) =>
        Pieces.Of(line).Select(piece => (Slice?)piece).FirstOrDefault(piece => SignaturePatterns.Firm().IsMatch(piece!.Value.Text));

    private static Match? First(IEnumerable<Match> matches) => matches.FirstOrDefault();
}
