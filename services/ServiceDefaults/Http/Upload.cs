using System.Security.Cryptography;

namespace ServiceDefaults.Http;

/// <summary>A file sent as <c>multipart/form-data</c> (RFC 7578), whole in memory, at most <see cref="MaxBytes"/>.</summary>
public sealed record Upload(string FileName, string ContentType, byte[] Bytes, IFormCollection Fields)
{
    /// <summary>50 MB: the largest file that is taken.</summary>
    public const int MaxBytes = 50 * 1024 * 1024;

    /// <summary>The largest request: a file, and room for the fields and boundaries around it.</summary>
    public const long MaxRequestBytes = MaxBytes + 1024 * 1024;

    internal const string TooLarge = "The file is over 50 MB.";
    internal const string WrongMediaType = "The body must be multipart/form-data.";

    /// <summary>The file's SHA-256 in lower-case hex.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <summary>Reads the file of a request from its part <c>file</c>.</summary>
    /// <exception cref="ApiException">400 no file, 413 too large, 415 no multipart body.</exception>
    public static async Task<Upload> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (
            !request.HasFormContentType
            || request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) != true
        )
        {
            throw new ApiException(415, WrongMediaType);
        }

        var form = await ReadFormAsync(request, cancel);
        var file = form.Files.GetFile("file") ?? throw ApiException.BadField("file", "is missing");
        if (file.Length > MaxBytes)
        {
            throw new ApiException(413, TooLarge);
        }

        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancel);
        return new Upload(file.FileName, file.ContentType, bytes, form);
    }

    /// <summary>A required field beside the file.</summary>
    /// <exception cref="ApiException">400: missing or empty.</exception>
    public string Text(string field) =>
        Fields[field].ToString() is { Length: > 0 } text && !text.Contains('\0') ? text : throw ApiException.BadField(field, "is missing");

    /// <summary>A required id beside the file.</summary>
    /// <exception cref="ApiException">400: missing or no UUID.</exception>
    public Guid Id(string field) => Guid.TryParse(Text(field), out var id) ? id : throw ApiException.BadField(field, "must be a UUID");

    private static async Task<IFormCollection> ReadFormAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            return await request.ReadFormAsync(cancel);
        }
        catch (InvalidDataException e) when (e.Message.Contains("length limit", StringComparison.OrdinalIgnoreCase))
        {
            throw new ApiException(413, TooLarge);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw ApiException.BadField("body", "is no well-formed multipart/form-data");
        }
    }

    /// <summary>Marks an operation that takes an upload: only there are 413 and 415 documented answers.</summary>
    /// <param name="Fields">The text fields beside the part <c>file</c>.</param>
    /// <param name="Example">A file that is taken, where not every file is.</param>
    public sealed record Metadata(IReadOnlyList<UploadField> Fields, byte[]? Example = null);
}

/// <summary>A text field beside an uploaded file.</summary>
/// <param name="Name">Its name in the form.</param>
/// <param name="Required">Whether it must be there.</param>
/// <param name="Format">Its OpenAPI format, such as <c>uuid</c>.</param>
/// <param name="MaxLength">Its most characters, for the OpenAPI document.</param>
public sealed record UploadField(string Name, bool Required = true, string? Format = null, int? MaxLength = null);
