using System.Text.Json;

namespace IntegrationSuite.TestKit.Contracts.Drift;

/// <summary>Members that may be missing.</summary>
internal static class JsonMembers
{
    /// <summary>A member; null when it is not there, or the element is no object (a schema may be <c>true</c>).</summary>
    public static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
}
