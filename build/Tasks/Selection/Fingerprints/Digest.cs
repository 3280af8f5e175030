using System.Security.Cryptography;
using System.Text;

namespace IntegrationSuite.Tasks.Selection.Fingerprints;

/// <summary>One short text for many.</summary>
internal static class Digest
{
    /// <summary>Of texts in this order, none of which has a line's end.</summary>
    public static string Of(IEnumerable<string> texts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', texts))));
}
