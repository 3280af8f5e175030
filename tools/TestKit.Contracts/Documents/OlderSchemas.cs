using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>Makes the schemas of OpenAPI 3.0 (4.7.24), which were no JSON Schema, into those of 3.1.</summary>
internal static class OlderSchemas
{
    /// <summary>The same document; it is changed.</summary>
    public static JsonObject Renew(JsonObject document)
    {
        // Those within first: a parent is cloned with them.
        foreach (var schema in DocumentWalk.Objects(document).Reverse().ToList())
        {
            if (schema["$ref"] is JsonValue)
            {
                // What stands beside a reference says nothing (4.7.23).
                schema.Select(member => member.Key).Where(name => name != "$ref").ToList().ForEach(name => schema.Remove(name));
            }

            RenewBound(schema, "minimum", "exclusiveMinimum");
            RenewBound(schema, "maximum", "exclusiveMaximum");
            RenewNullable(schema);
        }

        return document;
    }

    private static void RenewBound(JsonObject schema, string bound, string exclusive)
    {
        if (schema[exclusive] is JsonValue flag && flag.TryGetValue<bool>(out var isExclusive))
        {
            schema.Remove(exclusive);
            if (isExclusive && schema[bound] is { } limit)
            {
                schema.Remove(bound);
                schema[exclusive] = limit;
            }
        }
    }

    private static void RenewNullable(JsonObject schema)
    {
        if (schema["nullable"] is not JsonValue flag || !flag.TryGetValue<bool>(out var isNullable))
        {
            return;
        }

        schema.Remove("nullable");
        if (isNullable && schema["type"] is JsonValue type)
        {
            schema["type"] = new JsonArray(type.DeepClone(), "null");
        }
        else if (isNullable)
        {
            // By the letter it says nothing without a type; whoever writes it beside an allOf means it.
            var rest = schema.DeepClone();
            schema.Clear();
            schema["anyOf"] = new JsonArray(rest, new JsonObject { ["type"] = "null" });
            // Who sends it is looked for at the member itself.
            foreach (var side in new[] { "readOnly", "writeOnly" })
            {
                if (rest[side] is { } set)
                {
                    schema[side] = set.DeepClone();
                }
            }
        }
    }
}
