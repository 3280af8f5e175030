namespace Clients.Ingestion;

/// <summary>An ingestion as Ingestion records it.</summary>
public sealed record IngestionRecord(
    Guid Id,
    string FileName,
    string Sha256,
    int SizeBytes,
    IngestionStatus Status,
    int DurationMs,
    Counts Counts,
    DateTimeOffset CreatedAt,
    Guid? CaseId = null,
    string? Failure = null
);

/// <summary>Whether a document came of a file.</summary>
public enum IngestionStatus
{
    Succeeded,
    Failed,
}

/// <summary>What was found in a file.</summary>
public sealed record Counts(int Sections, int Paragraphs, int Sentences, int Citations);
