using System.Text.Json;

namespace IntegrationSuite.ServiceHost.Client.Manifests;

/// <summary>A JSON value that knows where it stands. (<see cref="JsonDocument"/> forgets.)</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Offset">Its first byte in the file.</param>
/// <param name="Text">A string's text; a number as it is written.</param>
/// <param name="Items">An array's elements.</param>
/// <param name="Members">An object's members, in order, repeated keys included.</param>
internal sealed record PlacedJson(
    JsonValueKind Kind,
    int Offset,
    string? Text = null,
    IReadOnlyList<PlacedJson>? Items = null,
    IReadOnlyList<PlacedMember>? Members = null
)
{
    /// <summary>Reads a whole file's value.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static PlacedJson Parse(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip });
        reader.Read();
        var value = ReadValue(ref reader);
        reader.Read(); // throws when more follows
        return value;
    }

    private static PlacedJson ReadValue(ref Utf8JsonReader reader)
    {
        var offset = (int)reader.TokenStartIndex;
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(ref reader, offset),
            JsonTokenType.StartArray => ReadArray(ref reader, offset),
            JsonTokenType.String => new PlacedJson(JsonValueKind.String, offset, ReadText(ref reader)),
            JsonTokenType.Number => new PlacedJson(JsonValueKind.Number, offset, System.Text.Encoding.UTF8.GetString(reader.ValueSpan)),
            JsonTokenType.True => new PlacedJson(JsonValueKind.True, offset),
            JsonTokenType.False => new PlacedJson(JsonValueKind.False, offset),
            _ => new PlacedJson(JsonValueKind.Null, offset),
        };
    }

    private static PlacedJson ReadObject(ref Utf8JsonReader reader, int offset)
    {
        var members = new List<PlacedMember>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var keyOffset = (int)reader.TokenStartIndex;
            var key = ReadText(ref reader);
            reader.Read();
            members.Add(new PlacedMember(key, keyOffset, ReadValue(ref reader)));
        }
        return new PlacedJson(JsonValueKind.Object, offset, Members: members);
    }

    private static PlacedJson ReadArray(ref Utf8JsonReader reader, int offset)
    {
        var items = new List<PlacedJson>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadValue(ref reader));
        }
        return new PlacedJson(JsonValueKind.Array, offset, Items: items);
    }

    // Half a surrogate pair or invalid UTF-8 is valid to the tokenizer but no text.
    private static string ReadText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException(e.Message, path: null, lineNumber: 0, bytePositionInLine: reader.TokenStartIndex, e);
        }
    }
}

/// <summary>A member of an object.</summary>
internal sealed record PlacedMember(string Key, int Offset, PlacedJson Value);
