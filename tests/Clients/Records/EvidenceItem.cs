using System.Net.Http.Headers;

namespace Clients.Records;

/// <summary>A document of the evidence vault as Records gives it.</summary>
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

/// <summary>A document to upload: valid as it is, so that a test says only what it is about.</summary>
public sealed record NewEvidence(Guid CaseId)
{
    public string Title { get; init; } = "Lease agreement";

    public string FileName { get; init; } = "lease.pdf";

    public string ContentType { get; init; } = "application/pdf";

    public byte[] Bytes { get; init; } = "%PDF-1.7 not much of a lease"u8.ToArray();

    /// <summary>The upload as <c>multipart/form-data</c>.</summary>
    public MultipartFormDataContent ToForm()
    {
        var file = new ByteArrayContent(Bytes);
        file.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
        return new MultipartFormDataContent
        {
            { new StringContent(CaseId.ToString()), "case_id" },
            { new StringContent(Title), "title" },
            { file, "file", FileName },
        };
    }
}
