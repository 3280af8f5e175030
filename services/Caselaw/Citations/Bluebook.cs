namespace Caselaw.Citations;

/// <summary>Writes citations as The Bluebook does (rules 10, 12 and 14).</summary>
internal static class Bluebook
{
    /// <summary>The citation in full.</summary>
    public static string Full(CitationType type, CitationParts parts)
    {
        if (type != CitationType.Case)
        {
            return Normalized(type, parts);
        }

        var name = parts.CaseName is null ? "" : $"{parts.CaseName}, ";
        var pinpoint = parts.Pinpoint is null ? "" : $", {parts.Pinpoint}";
        var decided = string.Join(' ', new[] { parts.Court, parts.Year?.ToString() }.OfType<string>());
        return $"{name}{Normalized(type, parts)}{pinpoint}{(decided.Length == 0 ? "" : $" ({decided})")}";
    }

    /// <summary>What identifies the thing cited: for a case where it begins, for a code the section.</summary>
    public static string Normalized(CitationType type, CitationParts parts) =>
        type == CitationType.Case
            ? $"{parts.Volume} {parts.Reporter} {parts.Page}"
            : $"{(parts.Title is null ? "" : $"{parts.Title} ")}{parts.Code} {Sign(parts)} {parts.Section}{parts.Subsection}";

    private static string Sign(CitationParts parts) =>
        parts.Code switch
        {
            CodeCitations.FederalRegulations when !parts.Section!.Contains('.') => "pt.",
            "Tex. Code Crim. Proc." => "art.",
            _ => "§",
        };
}
