namespace Clients.CaseBlock;

/// <summary>What a caption says.</summary>
public sealed record Caption(
    IReadOnlyList<string> Plaintiffs,
    IReadOnlyList<string> Defendants,
    string? CauseNumber = null,
    string? Court = null
);

/// <summary>A caption as CaseBlock found it.</summary>
public sealed record ExtractedCaption(
    IReadOnlyList<string> Plaintiffs,
    IReadOnlyList<string> Defendants,
    double Confidence,
    string? CauseNumber = null,
    string? Court = null
)
{
    /// <summary>Every extracted string.</summary>
    public IEnumerable<string> Strings() => [.. Plaintiffs, .. Defendants, CauseNumber ?? "", Court ?? ""];

    public Caption ToCaption() => new(Plaintiffs, Defendants, CauseNumber, Court);
}
