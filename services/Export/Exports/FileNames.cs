using System.Globalization;
using System.Text;
using LegalDocuments.Docx;

namespace Export.Exports;

/// <summary>Names for files that every file system takes, and that cannot deceive whoever reads them.</summary>
internal static class FileNames
{
    private const int LongestStem = 100;
    private const string Reserved = "<>:\"/\\|?*;%";

    // Names that Windows keeps for devices, with any extension ("Naming Files, Paths, and Namespaces").
    private static readonly HashSet<string> Devices =
    [
        .. new[] { "CON", "PRN", "AUX", "NUL" },
        .. Enumerable.Range(1, 9).SelectMany(i => new[] { $"COM{i}", $"LPT{i}" }),
    ];

    /// <summary>A file name from a title.</summary>
    public static string FromTitle(string title)
    {
        var words = string.Concat(title.EnumerateRunes().Select(Safe)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var stem = Shorten(string.Join(' ', words).Trim('.', ' ')).Trim('.', ' ');
        return (stem.Length == 0 || Devices.Contains(stem.Split('.')[0].ToUpperInvariant()) ? "document " + stem : stem).Trim()
            + DocxFormat.Extension;
    }

    /// <summary>Letters, digits, marks and plain signs stay; control characters, and those that turn the direction of writing, do not.</summary>
    private static string Safe(Rune rune) =>
        Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control
            or UnicodeCategory.Format
            or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.Surrogate => " ",
            UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
            _ => rune.IsBmp && Reserved.Contains((char)rune.Value) ? " " : rune.ToString(),
        };

    private static string Shorten(string stem) =>
        stem.Length <= LongestStem ? stem : stem[..(char.IsHighSurrogate(stem[LongestStem - 1]) ? LongestStem - 1 : LongestStem)];
}
