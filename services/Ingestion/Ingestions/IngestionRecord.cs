using System.ComponentModel.DataAnnotations;

namespace Ingestion.Ingestions;

/// <summary>What is known of a file that was handed in. The file itself is not kept.</summary>
/// <param name="Id">Its id; also that of the document that was made of it.</param>
/// <param name="FileName">Its name, without folders.</param>
/// <param name="Sha256">The SHA-256 of its bytes in lower-case hex.</param>
/// <param name="SizeBytes">Its size.</param>
/// <param name="Status">Whether a document came of it.</param>
/// <param name="DurationMs">How long it took, in milliseconds.</param>
/// <param name="Counts">What was found in it; all 0 when it failed.</param>
/// <param name="CreatedAt">When it was handed in.</param>
/// <param name="CaseId">The case it was handed in for.</param>
/// <param name="Failure">Why it failed.</param>
public sealed record IngestionRecord(
    Guid Id,
    string FileName,
    [property: RegularExpression("^[0-9a-f]{64}$")] string Sha256,
    [property: Range(0, int.MaxValue)] int SizeBytes,
    IngestionStatus Status,
    [property: Range(0, int.MaxValue)] int DurationMs,
    Counts Counts,
    DateTimeOffset CreatedAt,
    Guid? CaseId = null,
    string? Failure = null
);

/// <summary>Whether a document came of a file.</summary>
public enum IngestionStatus
{
    /// <summary>It did.</summary>
    Succeeded,

    /// <summary>It did not: the file cannot be read as a legal document.</summary>
    Failed,
}

/// <summary>What was found in a file.</summary>
/// <param name="Sections">Sections, at all levels.</param>
/// <param name="Paragraphs">Paragraphs in them.</param>
/// <param name="Sentences">Sentences in those.</param>
/// <param name="Citations">Citations in those.</param>
public sealed record Counts(
    [property: Range(0, int.MaxValue)] int Sections,
    [property: Range(0, int.MaxValue)] int Paragraphs,
    [property: Range(0, int.MaxValue)] int Sentences,
    [property: Range(0, int.MaxValue)] int Citations
)
{
    /// <summary>Nothing was found.</summary>
    public static Counts None { get; } = new(0, 0, 0, 0);
}
