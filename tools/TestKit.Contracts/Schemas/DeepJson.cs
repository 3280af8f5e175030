using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>Reads JSON that is nested deeper than the 64 levels of .NET's default: RFC 8259 sets no limit, and a document of schemas goes deep.</summary>
internal static class DeepJson
{
    /// <summary>Deeper than anything that was meant, and not so deep that whoever walks it runs out of stack.</summary>
    public const int Deepest = 256;

    private static readonly JsonDocumentOptions s_reading = new() { MaxDepth = Deepest };
    private static readonly JsonSerializerOptions s_writing = new() { MaxDepth = Deepest };

    /// <exception cref="JsonException">It is not JSON.</exception>
    public static JsonElement Element(ReadOnlyMemory<byte> text)
    {
        using var document = JsonDocument.Parse(text, s_reading);
        return document.RootElement.Clone();
    }

    /// <exception cref="JsonException">It is not JSON.</exception>
    public static JsonNode? Node(string text) => JsonNode.Parse(text, documentOptions: s_reading);

    /// <inheritdoc cref="Node(string)"/>
    public static JsonNode? Node(ReadOnlySpan<byte> text) => JsonNode.Parse(text, documentOptions: s_reading);

    public static JsonNode? Node(JsonElement element) => JsonSerializer.SerializeToNode(element, s_writing);

    public static JsonElement Element(JsonNode? node) => JsonSerializer.SerializeToElement(node, s_writing);
}
