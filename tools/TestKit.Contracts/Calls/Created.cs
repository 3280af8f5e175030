using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts.Calls;

/// <summary>What an answer says of the thing that was just created.</summary>
internal static class Created
{
    /// <summary>Its id, as the path of its own needs it: from the body, the request, or the <c>Location</c>.</summary>
    /// <param name="collection">The path that it was created at.</param>
    /// <param name="parameter">The name that its id has in paths.</param>
    public static JsonNode? Id(Answer answer, JsonObject input, string collection, string parameter) =>
        Member(answer.Json, parameter) ?? Member(input["body"], parameter) ?? Own(answer, collection) ?? Member(answer.Json, "id");

    private static JsonNode? Own(Answer answer, string collection) =>
        answer.Header("Location") is { } location
        && location.TrimEnd('/').Split('/') is [.. var parent, var id]
        && parent.Length == collection.Split('/').Length
            ? Uri.UnescapeDataString(id)
            : null;

    private static JsonNode? Member(JsonNode? body, string name) => (body as JsonObject)?[name]?.DeepClone();
}
