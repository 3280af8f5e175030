using Microsoft.Net.Http.Headers;
using ServiceDefaults.Http;

namespace Records.Evidence;

/// <summary>An upload, checked and made safe to store.</summary>
internal sealed record NewEvidence(Guid CaseId, string Title, string FileName, string ContentType, byte[] Bytes, string Sha256)
{
    /// <summary>The length of the longest title, in characters.</summary>
    public const int MaxTitleLength = 300;

    private const int MaxFileNameLength = 255;
    private const int MaxContentTypeLength = 255;

    /// <exception cref="ApiException">400: a field is missing or wrong, or the file is empty.</exception>
    public static NewEvidence From(Upload upload)
    {
        var title = upload.Text("title");
        if (string.IsNullOrWhiteSpace(title) || title.EnumerateRunes().Count() > MaxTitleLength)
        {
            throw ApiException.BadField("title", $"must have 1 to {MaxTitleLength} characters and not be blank");
        }

        return upload.Bytes.Length > 0
            ? new NewEvidence(
                upload.Id("case_id"),
                title,
                SafeName(upload.FileName),
                SafeType(upload.ContentType),
                upload.Bytes,
                upload.Sha256
            )
            : throw ApiException.BadField("file", "is empty");
    }

    /// <summary>The last part of the name, without control characters: some browsers send a whole path, of either system.</summary>
    private static string SafeName(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var safe = string.Concat(last.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))).Trim();
        return safe.Length == 0 ? "unnamed" : safe[..Math.Min(safe.Length, MaxFileNameLength)];
    }

    private static string SafeType(string? type) =>
        type is { Length: <= MaxContentTypeLength } && MediaTypeHeaderValue.TryParse(type, out var parsed)
            ? parsed.ToString()
            : "application/octet-stream";
}
