namespace Records.Evidence;

/// <summary>A document in the evidence vault: what is known of it. Its bytes never change.</summary>
/// <param name="Id">Its id.</param>
/// <param name="CaseId">Its case.</param>
/// <param name="Title">Its title.</param>
/// <param name="FileName">The name it was uploaded under, without folders.</param>
/// <param name="ContentType">The media type it was uploaded with.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Sha256">The SHA-256 of its bytes in lower-case hex.</param>
/// <param name="CreatedAt">When it was uploaded.</param>
public sealed record EvidenceItem(
    Guid Id,
    Guid CaseId,
    string Title,
    string FileName,
    string ContentType,
    long Size,
    string Sha256,
    DateTimeOffset CreatedAt
);
