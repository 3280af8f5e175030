using System.Globalization;
using System.Text.Json;

namespace TestKit.Contracts;

/// <summary>Checks a JSON value against a schema of an OpenAPI 3.1 document: JSON Schema 2020-12, as far as <see cref="SchemaKeywords"/> goes. A keyword beyond that is a breach itself, so that no rule is passed over in silence.</summary>
/// <param name="document">The whole document: <c>$ref</c> points into it.</param>
internal sealed class SchemaValidator(JsonElement document)
{
    /// <summary>Every breach, with its JSON path.</summary>
    public IReadOnlyList<Breach> Validate(JsonElement schema, JsonElement value)
    {
        var breaches = new List<Breach>();
        Check(schema, value, "$", breaches);
        return breaches;
    }

    /// <summary>The same of a body.</summary>
    public IReadOnlyList<Breach> Validate(JsonElement schema, byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return Validate(schema, json.RootElement);
        }
        catch (JsonException e)
        {
            return [new Breach("body", "JSON", e.Message)];
        }
    }

    private void Check(JsonElement schema, JsonElement value, string path, List<Breach> breaches)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            if (schema.ValueKind == JsonValueKind.False)
            {
                breaches.Add(new Breach(path, "nothing", value.GetRawText()));
            }

            return;
        }

        if (schema.TryGetProperty("$ref", out var reference))
        {
            Check(Resolve(reference.GetString()!), value, path, breaches);
        }

        breaches.AddRange(SchemaKeywords.UnknownOf(schema).Select(keyword => new Breach(path, "a schema of keywords that the suite checks (docs/contracts.md)", keyword)));
        TypeRules.Check(schema, value, path, breaches);
        CheckValue(schema, value, path, breaches);
        CheckCombinations(schema, value, path, breaches);
        switch (value.ValueKind)
        {
            case JsonValueKind.Object: CheckObject(schema, value, path, breaches); break;
            case JsonValueKind.Array: CheckArray(schema, value, path, breaches); break;
            case JsonValueKind.String: TextRules.Check(schema, value.GetString()!, path, breaches); break;
            case JsonValueKind.Number: NumberRules.Check(schema, value, path, breaches); break;
        }
    }

    /// <summary>The schema that a schema refers to, or itself.</summary>
    public JsonElement Target(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("$ref", out var reference) ? Target(Resolve(reference.GetString()!)) : schema;

    /// <summary>A JSON pointer into the document (RFC 6901).</summary>
    public JsonElement Resolve(string reference)
    {
        var at = document;
        foreach (var part in reference.TrimStart('#').Split('/').Skip(1))
        {
            var name = Uri.UnescapeDataString(part).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            at = at.ValueKind == JsonValueKind.Array ? at[int.Parse(name, CultureInfo.InvariantCulture)] : at.GetProperty(name);
        }

        return at;
    }

    private static void CheckValue(JsonElement schema, JsonElement value, string path, List<Breach> breaches)
    {
        if (schema.TryGetProperty("enum", out var values) && !values.EnumerateArray().Any(v => JsonElement.DeepEquals(v, value)))
        {
            breaches.Add(new Breach(path, "one of " + values.GetRawText(), value.GetRawText()));
        }

        if (schema.TryGetProperty("const", out var constant) && !JsonElement.DeepEquals(constant, value))
        {
            breaches.Add(new Breach(path, constant.GetRawText(), value.GetRawText()));
        }
    }

    private void CheckCombinations(JsonElement schema, JsonElement value, string path, List<Breach> breaches)
    {
        foreach (var part in Parts(schema, "allOf"))
        {
            Check(part, value, path, breaches);
        }

        if (schema.TryGetProperty("anyOf", out _) && !Parts(schema, "anyOf").Any(p => Validate(p, value).Count == 0))
        {
            CheckLikeliest(Parts(schema, "anyOf"), "a match of anyOf", value, path, breaches);
        }

        if (schema.TryGetProperty("oneOf", out _) && Parts(schema, "oneOf").Count(p => Validate(p, value).Count == 0) is not 1 and var matches)
        {
            CheckLikeliest(matches == 0 ? Parts(schema, "oneOf") : [], "exactly one match of oneOf", value, path, breaches);
        }

        if (schema.TryGetProperty("not", out var not) && Validate(not, value).Count == 0)
        {
            breaches.Add(new Breach(path, "no match of not", value.GetRawText()));
        }
    }

    /// <summary>Of schemas that a value fits none of, what is wrong with the only one for its type says more than that none fits.</summary>
    private void CheckLikeliest(IEnumerable<JsonElement> parts, string expected, JsonElement value, string path, List<Breach> breaches)
    {
        if (parts.Where(part => TypeRules.Allow(Target(part), value)).ToList() is [var only])
        {
            Check(only, value, path, breaches);
        }
        else
        {
            breaches.Add(new Breach(path, expected, value.GetRawText()));
        }
    }

    private static IEnumerable<JsonElement> Parts(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var parts) ? parts.EnumerateArray() : [];

    private void CheckObject(JsonElement schema, JsonElement value, string path, List<Breach> breaches)
    {
        var properties = schema.TryGetProperty("properties", out var known) ? known : default;
        foreach (var name in Parts(schema, "required").Select(r => r.GetString()!).Where(name => !value.TryGetProperty(name, out _)))
        {
            breaches.Add(new Breach($"{path}.{name}", "a value", "nothing"));
        }

        foreach (var member in value.EnumerateObject())
        {
            if (properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(member.Name, out var property))
            {
                Check(property, member.Value, $"{path}.{member.Name}", breaches);
            }
            else if (schema.TryGetProperty("additionalProperties", out var additional))
            {
                Check(additional, member.Value, $"{path}.{member.Name}", breaches);
            }
        }
    }

    private void CheckArray(JsonElement schema, JsonElement value, string path, List<Breach> breaches)
    {
        var length = value.GetArrayLength();
        NumberRules.CheckCount(schema, "minItems", "maxItems", length, "items", path, breaches);
        if (schema.TryGetProperty("uniqueItems", out var unique) && unique.GetBoolean() && HasDuplicate(value))
        {
            breaches.Add(new Breach(path, "unique items", value.GetRawText()));
        }

        if (schema.TryGetProperty("items", out var items))
        {
            // By index each item would be counted from the first.
            foreach (var (i, item) in value.EnumerateArray().Index())
            {
                Check(items, item, $"{path}[{i}]", breaches);
            }
        }
    }

    private static bool HasDuplicate(JsonElement array)
    {
        var items = array.EnumerateArray().ToList();
        return items.Where((item, i) => items.Take(i).Any(earlier => JsonElement.DeepEquals(earlier, item))).Any();
    }
}
