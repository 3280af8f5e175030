namespace Clients.Export;

/// <summary>An export as Export records it.</summary>
public sealed record ExportRecord(
    Guid Id,
    ExportSource Source,
    string Title,
    string FileName,
    string Sha256,
    int SizeBytes,
    bool IncludeExhibits,
    bool IncludeAuthorities,
    DateTimeOffset CreatedAt,
    Guid? DraftId = null,
    int? DraftVersion = null,
    int? DurationMs = null
);

/// <summary>Where an exported document came from.</summary>
public enum ExportSource
{
    Draft,
    Inline,
}

/// <summary>Asks for a draft as a DOCX.</summary>
public sealed record ExportRequest(Guid DraftId, bool? IncludeExhibits = null, bool? IncludeAuthorities = null);
