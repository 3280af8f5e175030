using System.Text.Json;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>The types that values of a schema may have, where they come as text and it has to say what this stands for.</summary>
internal static class PossibleTypes
{
    private const int Deepest = 4;

    /// <summary>Those that it or the parts of its choices name; none when it leaves it open.</summary>
    public static IReadOnlyCollection<string> Of(ApiDocument document, JsonElement schema, int depth = 0)
    {
        var whole = depth > Deepest ? default : WholeSchema.Of(document, schema);
        if (whole.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var own = TypeRules.Of(whole);
        var isChoice = whole.TryGetProperty("oneOf", out var parts) || whole.TryGetProperty("anyOf", out parts);
        return own.Length > 0 || !isChoice ? own : [.. parts.EnumerateArray().SelectMany(part => Of(document, part, depth + 1)).Distinct()];
    }
}
