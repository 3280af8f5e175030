using System.Text.Json;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>A schema of one keyword.</summary>
internal static class OneKeyword
{
    /// <summary>It says this and nothing else.</summary>
    public static JsonElement Schema(string keyword, object value) =>
        JsonSerializer.SerializeToElement(new Dictionary<string, object> { [keyword] = value });
}
