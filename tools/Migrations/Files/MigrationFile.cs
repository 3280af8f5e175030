using System.Security.Cryptography;
using System.Text;

namespace Migrations.Files;

/// <summary>A migration as it stands in its folder.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Version">Its version; null for a repeatable.</param>
/// <param name="Description">The words of its name.</param>
/// <param name="Path">Its absolute path.</param>
/// <param name="Text">Its text, without byte order mark.</param>
public sealed record MigrationFile(MigrationKind Kind, MigrationVersion? Version, string Description, string Path, string Text)
{
    private const string OutsideTransactionMark = "-- evolve-tx-off";

    /// <summary>The file's name: <c>changelog.name</c>, and what names a repeatable.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Evolve's checksum: the upper-case hexadecimal MD5 of the text in UTF-8, line ends read as LF.</summary>
    public string Checksum { get; } = ChecksumOf(Text);

    /// <summary>The first line is <c>-- evolve-tx-off</c>: its statements run one by one, outside a transaction.</summary>
    public bool OutsideTransaction { get; } =
        Text.AsSpan(0, Math.Max(Text.IndexOf('\n'), 0)).Trim().Equals(OutsideTransactionMark, StringComparison.OrdinalIgnoreCase);

    /// <summary>Evolve's checksum of a text.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5351", Justification = "Evolve's format; it guards against mistakes, not attackers.")]
    public static string ChecksumOf(string text) =>
        Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(text.Replace("\r\n", "\n", StringComparison.Ordinal))));
}
