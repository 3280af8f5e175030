using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts.Generation;

/// <summary>Whether generated values fit their schema.</summary>
internal static class Validation
{
    public static IReadOnlyList<Breach> Breaches(this ApiDocument document, JsonElement schema, JsonNode? value) =>
        document.Validator.Validate(schema, JsonSerializer.SerializeToElement(value));

    /// <summary>In what ways a value does not fit: the same for values that do not fit in the same way.</summary>
    public static string Shape(this ApiDocument document, JsonElement schema, JsonNode? value) =>
        string.Join('\n', document.Breaches(schema, value).Select(breach => $"{breach.Path} {breach.Expected}"));
}
