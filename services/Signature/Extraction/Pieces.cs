using System.Text.RegularExpressions;
using BlockKit.Text;

namespace Signature.Extraction;

/// <summary>A block may stand in one line, its parts between commas.</summary>
internal static class Pieces
{
    /// <summary>The parts of a line, without those that are empty.</summary>
    public static IEnumerable<Slice> Of(Slice line)
    {
        var start = 0;
        foreach (Match comma in SignaturePatterns.Separator().Matches(line.Text))
        {
            yield return line.Part(start, comma.Index).Trim(",");
            start = comma.Index + 1;
        }

        yield return line.Part(start, line.Length).Trim(",");
    }
}
