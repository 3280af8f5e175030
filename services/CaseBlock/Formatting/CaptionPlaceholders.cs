using BlockKit;

namespace CaseBlock.Formatting;

/// <summary>What the line of a caption template may place.</summary>
internal static class CaptionPlaceholders
{
    /// <summary>Captions, as the shared template operations know them.</summary>
    public static BlockKind Kind { get; } =
        new(
            "caseblock",
            "CaseBlock",
            "FormatCaption",
            ["court", "cause_number", "plaintiff", "plaintiffs", "plaintiff_role", "defendant", "defendants", "defendant_role"]
        );

    /// <summary>The values of a caption: <c>plaintiff</c> repeats its line for each, <c>plaintiffs</c> names all in one.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Values(Caption caption) =>
        new Dictionary<string, IReadOnlyList<string>>
        {
            ["court"] = Lines(caption.Court),
            ["cause_number"] = One(caption.CauseNumber),
            ["plaintiff"] = caption.Plaintiffs,
            ["plaintiffs"] = One(Series(caption.Plaintiffs)),
            ["plaintiff_role"] = Role("Plaintiff", caption.Plaintiffs.Count),
            ["defendant"] = caption.Defendants,
            ["defendants"] = One(Series(caption.Defendants)),
            ["defendant_role"] = Role("Defendant", caption.Defendants.Count),
        };

    private static IReadOnlyList<string> One(string? value) => string.IsNullOrWhiteSpace(value) ? [] : [value];

    private static IReadOnlyList<string> Lines(string? value) =>
        (value ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IReadOnlyList<string> Role(string role, int count) =>
        count switch
        {
            0 => [],
            1 => [role],
            _ => [role + "s"],
        };

    /// <summary>"A", "A and B", "A, B, and C".</summary>
    private static string Series(IReadOnlyList<string> names) =>
        names.Count switch
        {
            <= 2 => string.Join(" and ", names),
            _ => $"{string.Join(", ", names.SkipLast(1))}, and {names[^1]}",
        };
}
