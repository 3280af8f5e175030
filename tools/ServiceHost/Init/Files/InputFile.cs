using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using ServiceHost.Client;

namespace ServiceHost.Init.Files;

/// <summary>Reads what others wrote. Whatever is wrong with it is told with its place (SUITE118).</summary>
internal static class InputFile
{
    /// <summary>How large a file may be, in bytes.</summary>
    public const int Most = 1 << 20;

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonDocumentOptions s_lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Its text.</summary>
    /// <exception cref="SuiteException">It can't be read, is larger than <see cref="Most"/>, or is no UTF-8.</exception>
    public static string Text(string file)
    {
        try
        {
            return s_strict.GetString(BoundedFile.Read(file, Most)).TrimStart('\uFEFF');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw Wrong(file, $"It can't be read: {e.Message}");
        }
    }

    /// <summary>The text of a source, which may be anything.</summary>
    /// <returns>Empty when it is too large for people to have written it, or empty.</returns>
    public static string Source(string file) =>
        new FileInfo(file) is { Length: > 0 and <= Most } ? Encoding.UTF8.GetString(BoundedFile.Read(file, Most)) : "";

    /// <summary>Its JSON object; comments and trailing commas are skipped.</summary>
    /// <exception cref="SuiteException">It is none.</exception>
    public static JsonObject Json(string file)
    {
        try
        {
            var root = JsonNode.Parse(Text(file), new JsonNodeOptions { PropertyNameCaseInsensitive = true }, s_lenient) as JsonObject;
            _ = root?.Count; // a key that stands twice is found only when it is looked for
            return root ?? throw Wrong(file, "It must be a JSON object.");
        }
        catch (JsonException e)
        {
            throw Wrong(file, "It is no valid JSON.", (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1);
        }
        catch (ArgumentException e)
        {
            throw Wrong(file, $"A key stands there twice: {e.Message}");
        }
    }

    /// <summary>Its root element. A document type definition, which could grow without end, is refused.</summary>
    /// <exception cref="SuiteException">It is no XML.</exception>
    public static XElement Xml(string file)
    {
        try
        {
            return XDocument.Parse(Text(file), LoadOptions.SetLineInfo).Root!;
        }
        catch (XmlException e)
        {
            throw Wrong(file, $"It is no valid XML: {e.Message}", e.LineNumber, e.LinePosition);
        }
    }

    /// <summary>The error that a file is wrong.</summary>
    public static SuiteException Wrong(string file, string message, int line = 1, int column = 1) =>
        new(new SuiteError(ErrorCodes.InputMalformed, HarmlessText.OneLine(message, 500), File: file, Line: line, Column: column));
}
