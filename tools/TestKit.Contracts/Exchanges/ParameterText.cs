using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>How a parameter, or a field of a form, is written as text (OpenAPI 3.1, 4.8.12.2 to 4.8.12.4).</summary>
internal sealed class ParameterText
{
    private readonly ApiDocument _document;
    private readonly JsonElement _schema;
    private readonly string _place;
    private readonly string _style;
    private readonly bool _isExploded;
    private readonly bool _isJson;

    private ParameterText(ApiDocument document, JsonElement definition, JsonElement schema, string name, string place)
    {
        (_document, _schema, Name, _place) = (document, schema, name, place);
        var usual = place is "query" or "cookie" or "form" ? "form" : "simple";
        _style =
            definition.ValueKind == JsonValueKind.Object && definition.TryGetProperty("style", out var style) ? style.GetString()! : usual;
        _isExploded =
            definition.ValueKind == JsonValueKind.Object && definition.TryGetProperty("explode", out var explode)
                ? explode.GetBoolean()
                : _style is "form" or "deepObject";
        _isJson =
            definition.ValueKind == JsonValueKind.Object
            && definition.TryGetProperty("content", out var content)
            && content.EnumerateObject().Any(media => MediaTypes.IsJson(MediaTypes.Normal(media.Name)));
    }

    public string Name { get; }

    public bool MayBeList => PossibleTypes.Of(_document, _schema).Contains("array");

    /// <summary>That of a parameter, or of a header of an answer.</summary>
    public static ParameterText Of(ApiDocument document, JsonElement definition, string place) =>
        new(
            document,
            definition,
            definition.TryGetProperty("schema", out var schema) ? schema : default,
            definition.TryGetProperty("name", out var name) ? name.GetString()! : "",
            place
        );

    /// <summary>That of a field of a form, by the <c>encoding</c> of its media type.</summary>
    public static ParameterText OfField(ApiDocument document, string name, JsonElement schema, JsonElement media) =>
        new(
            document,
            media.TryGetProperty("encoding", out var all) && all.TryGetProperty(name, out var own) ? own : default,
            schema,
            name,
            "form"
        );

    /// <summary>The names and texts that stand for a value in a query, a header, a cookie or a form; nothing of an empty list.</summary>
    public IEnumerable<(string Name, string Text)> Write(JsonNode? value) =>
        value switch
        {
            _ when IsJson(value) => [(Name, value?.ToJsonString() ?? "null")],
            null => [],
            JsonArray items when _isExploded && _style != "simple" => items.Select(item => (Name, TextValue.Write(item))),
            JsonArray { Count: 0 } or JsonObject { Count: 0 } => [],
            JsonObject members when _style == "deepObject" => Deep(Name, members),
            JsonObject members when _isExploded && _style != "simple" => members.Select(member =>
                (member.Key, TextValue.Write(member.Value))
            ),
            _ => [(Name, Joined(value, Separator))],
        };

    /// <summary>The text that stands in a path.</summary>
    public string Segment(JsonNode? value) =>
        _style switch
        {
            _ when _isJson => Uri.EscapeDataString(value?.ToJsonString() ?? "null"),
            "label" => "." + Joined(value, _isExploded ? "." : ",", Uri.EscapeDataString),
            "matrix" when _isExploded && value is JsonArray items => string.Concat(
                items.Select(item => $";{Name}={Uri.EscapeDataString(TextValue.Write(item))}")
            ),
            "matrix" when _isExploded && value is JsonObject => ";" + Joined(value, ";", Uri.EscapeDataString),
            "matrix" => $";{Name}={Joined(value, ",", Uri.EscapeDataString)}",
            _ => Joined(value, ",", Uri.EscapeDataString),
        };

    /// <summary>The value that was sent; whether any was.</summary>
    /// <exception cref="FormatException">Several, where there can be but one.</exception>
    public bool TryRead(ILookup<string, string> sent, out JsonNode? value)
    {
        var (types, own) = (PossibleTypes.Of(_document, _schema), sent[Name].ToList());
        if (types.Contains("object") && !_isJson && (_style == "deepObject" || (_isExploded && _style == "form" && _place != "form")))
        {
            value = ReadMembers(sent);
            return value is JsonObject { Count: > 0 };
        }

        value =
            own.Count == 0 ? null
            : types.Contains("array") && !_isJson && _isExploded && _style == "form" ? ListOf(own)
            : own is [var only] ? Read(only)
            : throw new FormatException($"{Name} is there {own.Count} times.");
        return own.Count > 0;
    }

    /// <summary>The value of one text.</summary>
    /// <exception cref="FormatException">It is to be JSON, and is not.</exception>
    public JsonNode? Read(string text)
    {
        var types = PossibleTypes.Of(_document, _schema);
        if (_isJson || (_place == "form" && types.Contains("object")))
        {
            return Json(text);
        }

        var bare = Bare(text);
        return types.Contains("array") ? ListOf(Parts(bare))
            : types.Contains("object") ? MembersOf(Parts(bare))
            : TextValue.Read(_document, _schema, bare);
    }

    private string Separator =>
        _style switch
        {
            "spaceDelimited" => " ",
            "pipeDelimited" => "|",
            _ => ",",
        };

    /// <summary>A field that is no text is one in JSON.</summary>
    private bool IsJson(JsonNode? value) =>
        _isJson
        || (_place == "form" && (value is JsonObject || (value is JsonArray items && items.Any(item => item is JsonObject or JsonArray))));

    private string Joined(JsonNode? value, string separator, Func<string, string>? escape = null)
    {
        string Text(JsonNode? each) => escape is null ? TextValue.Write(each) : escape(TextValue.Write(each));
        return value switch
        {
            JsonArray items => string.Join(separator, items.Select(Text)),
            JsonObject members => string.Join(
                separator,
                members.Select(member => $"{(escape ?? (name => name))(member.Key)}{(_isExploded ? "=" : separator)}{Text(member.Value)}")
            ),
            _ => Text(value),
        };
    }

    private static IEnumerable<(string, string)> Deep(string name, JsonObject members) =>
        members.SelectMany(member =>
            member.Value switch
            {
                JsonObject within => Deep($"{name}[{member.Key}]", within),
                JsonArray items => items.Select(item => ($"{name}[{member.Key}]", TextValue.Write(item))),
                _ => [($"{name}[{member.Key}]", TextValue.Write(member.Value))],
            }
        );

    private string[] Parts(string text)
    {
        var separator = (_style, _isExploded) switch
        {
            ("label", true) => ".",
            ("matrix", true) => ";",
            _ => Separator,
        };
        var parts = text.Split(separator, _place == "header" ? StringSplitOptions.TrimEntries : StringSplitOptions.None);
        return _style == "matrix" && _isExploded && PossibleTypes.Of(_document, _schema).Contains("array")
            ? [.. parts.Select(part => part.StartsWith($"{Name}=", StringComparison.Ordinal) ? part[(Name.Length + 1)..] : part)]
            : parts;
    }

    /// <summary>Without what a style puts before it in a path.</summary>
    private string Bare(string text) =>
        _style == "label" && text is ['.', .. var label] ? label
        : _style == "matrix" && text is [';', .. var matrix]
            ? (!_isExploded || !matrix.Contains(';')) && matrix.StartsWith($"{Name}=", StringComparison.Ordinal)
                    ? matrix[(Name.Length + 1)..]
                : matrix
        : text;

    private JsonArray ListOf(IEnumerable<string> texts)
    {
        var whole = WholeSchema.Of(_document, _schema);
        var items = whole.TryGetProperty("items", out var each) ? each : default;
        return new JsonArray([.. texts.Select(text => items.ValueKind == JsonValueKind.Object ? ReadItem(items, text) : text)]);
    }

    private JsonNode? ReadItem(JsonElement schema, string text) =>
        _place == "form" && PossibleTypes.Of(_document, schema).Contains("object") ? Json(text) : TextValue.Read(_document, schema, text);

    private JsonObject MembersOf(string[] parts) =>
        ObjectOf(
            _isExploded
                ? parts.Select(part => part.Split('=', 2)).Select(pair => (pair[0], pair.ElementAtOrDefault(1) ?? ""))
                : parts.Chunk(2).Select(pair => (pair[0], pair.ElementAtOrDefault(1) ?? ""))
        );

    private JsonObject ReadMembers(ILookup<string, string> sent) =>
        _style == "deepObject"
            ? ObjectOf(
                sent.Where(pair => pair.Key.StartsWith($"{Name}[", StringComparison.Ordinal) && pair.Key.EndsWith(']'))
                    .SelectMany(pair => pair.Select(text => (pair.Key[(Name.Length + 1)..^1], text)))
            )
            : ObjectOf(sent.Where(pair => Member(pair.Key) is not null).SelectMany(pair => pair.Select(text => (pair.Key, text))));

    private JsonObject ObjectOf(IEnumerable<(string Name, string Text)> texts)
    {
        var members = new JsonObject();
        foreach (var (name, text) in texts)
        {
            members[name] = Member(name) is { } schema ? TextValue.Read(_document, schema, text) : text;
        }

        return members;
    }

    private JsonElement? Member(string name) =>
        WholeSchema.Of(_document, _schema) is { ValueKind: JsonValueKind.Object } whole
        && whole.TryGetProperty("properties", out var members)
        && members.TryGetProperty(name, out var member)
            ? member
            : null;

    private JsonNode? Json(string text)
    {
        try
        {
            return DeepJson.Node(text);
        }
        catch (JsonException e)
        {
            throw new FormatException($"{Name} is not JSON.", e);
        }
    }
}
