using System.Globalization;
using LegalDocuments;
using LegalDocuments.Docx;
using ServiceDefaults.Http;

namespace Ingestion.Ingestions;

/// <summary>A file that was handed in.</summary>
/// <param name="Name">Its name, without folders and control characters.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Sha256">The SHA-256 of its bytes in lower-case hex.</param>
/// <param name="CaseId">The case it was handed in for.</param>
internal sealed record UploadedFile(string Name, byte[] Bytes, string Sha256, Guid? CaseId)
{
    // What programs send that do not know the type of a DOCX.
    private static readonly string[] MediaTypes = ["", DocxFormat.MediaType, "application/octet-stream", "application/zip"];

    /// <summary>Takes the file out of a request.</summary>
    /// <exception cref="ApiException">400 no file or a malformed case id, 413 too large, 415 another media type.</exception>
    public static async Task<UploadedFile> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        var upload = await Upload.ReadAsync(request, cancel);
        var mediaType = (upload.ContentType ?? "").Split(';')[0].Trim();
        return MediaTypes.Contains(mediaType, StringComparer.OrdinalIgnoreCase)
            ? new UploadedFile(
                SafeName(upload.FileName),
                upload.Bytes,
                upload.Sha256,
                upload.Fields.ContainsKey("case_id") ? upload.Id("case_id") : null
            )
            : throw new ApiException(415, $"The file must be a DOCX ({DocxFormat.MediaType}), not {mediaType}.");
    }

    private static string SafeName(string fileName)
    {
        var last = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        var visible = string.Concat(
            last.EnumerateRunes()
                .Where(r =>
                    System.Text.Rune.GetUnicodeCategory(r)
                        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate)
                )
        );
        return visible.Trim() is { Length: > 0 } name
            ? string.Concat(name.EnumerateRunes().Take(DocumentLimits.Line)) // a character of two UTF-16 units is never cut
            : "unnamed" + DocxFormat.Extension;
    }
}
