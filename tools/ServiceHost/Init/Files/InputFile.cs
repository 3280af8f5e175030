using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.Init.Files;

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

    private static readonly XmlReaderSettings s_plainXml = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

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
    /// <param name="file">The file.</param>
    /// <param name="ignoreCase">Whether its keys are found in upper and lower case, as .NET does it, and Node does not.</param>
    /// <exception cref="SuiteException">It is none.</exception>
    public static JsonObject Json(string file, bool ignoreCase)
    {
        try
        {
            var root =
                JsonNode.Parse(Text(file), new JsonNodeOptions { PropertyNameCaseInsensitive = ignoreCase }, s_lenient) as JsonObject;
            LookAtKeys(root);
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

    // A key that stands twice is found only when its object is looked at.
    private static void LookAtKeys(JsonNode? node)
    {
        foreach (
            var child in node switch
            {
                JsonObject members => members.Select(member => member.Value),
                JsonArray items => items,
                _ => [],
            }
        )
        {
            LookAtKeys(child);
        }
    }

    /// <summary>Its root element. A document type definition, which could grow without end, is refused.</summary>
    /// <exception cref="SuiteException">It is no XML.</exception>
    public static XElement Xml(string file)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(Text(file)), s_plainXml);
            return XDocument.Load(reader).Root!;
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
