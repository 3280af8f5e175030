using System.Security.Cryptography;
using LegalDocuments.Docx;

namespace Export.Exports;

/// <summary>A file to hand out, with what is recorded of it.</summary>
internal sealed record ExportedFile(ExportRecord Record, byte[] Bytes) : IResult
{
    /// <summary>The digest of a file.</summary>
    public static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Sends the file under its safe name; a link of RFC 8288 leads to its record.</summary>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.Link = $"</exports/{Record.Id}>; rel=\"describedby\"";
        return Results.File(Bytes, DocxFormat.MediaType, Record.FileName).ExecuteAsync(httpContext);
    }
}
