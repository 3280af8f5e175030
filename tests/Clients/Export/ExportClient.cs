using Clients.LegalDocuments;
using IntegrationSuite.TestKit;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Clients.Export;

/// <summary>Export as a test uses it on the good path: each call expects success.</summary>
public sealed class ExportClient(HttpClient http, CancellationToken cancel = default)
{
    private const string DocxMediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>A draft as a file.</summary>
    public Task<ExportedFile> ExportAsync(ExportRequest request) => ReadAsync(http.PostJsonAsync("/export", request, cancel));

    /// <summary>A document as a file.</summary>
    public Task<ExportedFile> ExportAsync(LegalDocument document) => ReadAsync(http.PostJsonAsync("/export/document", document, cancel));

    /// <summary>What is recorded of a file.</summary>
    public Task<ExportRecord> GetAsync(ExportedFile file) => http.GetAsync(file.RecordPath, cancel).ExpectAsync<ExportRecord>(200);

    private async Task<ExportedFile> ReadAsync(Task<HttpResponseMessage> sent)
    {
        using var response = await sent.ExpectAsync(200);
        Assert.AreEqual(DocxMediaType, response.Content.Headers.ContentType?.ToString());
        var disposition = response.Content.Headers.ContentDisposition;
        Assert.AreEqual("attachment", disposition?.DispositionType);
        var link = response.Header("Link") ?? "";
        Assert.MatchesRegex("""^</exports/[0-9a-f-]{36}>; rel="describedby"$""", link);
        return new ExportedFile(
            await response.Content.ReadAsByteArrayAsync(cancel),
            disposition!.FileNameStar ?? "",
            link[1..link.IndexOf('>')]
        );
    }
}

/// <summary>A file as Export hands it out.</summary>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Name">Its name.</param>
/// <param name="RecordPath">Where its record is.</param>
public sealed record ExportedFile(byte[] Bytes, string Name, string RecordPath);
