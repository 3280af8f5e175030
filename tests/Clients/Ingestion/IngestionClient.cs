using System.Net.Http.Headers;
using Clients.LegalDocuments;
using IntegrationSuite.TestKit;

namespace Clients.Ingestion;

/// <summary>Ingestion as a test uses it on the good path: each call expects success, and reads the answer strictly.</summary>
public sealed class IngestionClient(HttpClient http, CancellationToken cancel = default)
{
    /// <summary>The document in a file.</summary>
    public Task<LegalDocument> IngestAsync(byte[] file, string name = "petition.docx") =>
        SendAsync(new NewIngestion(file) { FileName = name }).ExpectAsync<LegalDocument>(200);

    /// <summary>Sends a file, whatever comes of it.</summary>
    public async Task<HttpResponseMessage> SendAsync(NewIngestion ingestion)
    {
        using var form = ingestion.ToForm();
        return await http.PostAsync("/ingest", form, cancel);
    }

    /// <summary>What is recorded of the file that a document was made of.</summary>
    public Task<IngestionRecord> GetAsync(LegalDocument document) =>
        http.GetAsync($"/ingestions/{document.Meta.Id}", cancel).ExpectAsync<IngestionRecord>(200);

    /// <summary>What is recorded of files with a digest. Looks at the newest 200, which no other test fills in so short a while.</summary>
    public async Task<IReadOnlyList<IngestionRecord>> FindAsync(string sha256) =>
        [.. (await http.GetAsync("/ingestions?limit=200", cancel).ExpectAsync<List<IngestionRecord>>(200)).Where(r => r.Sha256 == sha256)];
}

/// <summary>A file to hand in: sent as a browser sends it, so that a test says only what it is about.</summary>
public sealed record NewIngestion(byte[] Bytes)
{
    public string FileName { get; init; } = "petition.docx";

    public string? ContentType { get; init; } = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public string? CaseId { get; init; }

    /// <summary>The upload as <c>multipart/form-data</c>.</summary>
    public MultipartFormDataContent ToForm()
    {
        var file = new ByteArrayContent(Bytes);
        file.Headers.ContentType = ContentType is null ? null : MediaTypeHeaderValue.Parse(ContentType);
        var form = new MultipartFormDataContent { { file, "file", FileName } };
        if (CaseId is not null)
        {
            form.Add(new StringContent(CaseId), "case_id");
        }

        return form;
    }
}
