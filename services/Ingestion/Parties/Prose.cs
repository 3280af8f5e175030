namespace Ingestion.Parties;

/// <summary>Tells running text from the lines of a caption or a signature block.</summary>
internal static class Prose
{
    /// <summary>More words in small letters than "individually and as next friend of" has, twice.</summary>
    private const int SmallWords = 14;

    /// <summary>Whether a text is running text.</summary>
    public static bool IsProse(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => char.IsLower(word[0])) >= SmallWords;
}
