namespace Ingestion.Sectioning;

/// <summary>What can be a heading by its words: short, and not a sentence.</summary>
internal static class TitleLike
{
    private const int Longest = 150;

    public static bool Is(string text) =>
        text.Trim() is { Length: > 1 and <= Longest } title && title.Any(char.IsLetter) && title[^1] is not ('.' or ';' or ',');
}
