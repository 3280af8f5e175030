using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts.Calls;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>A thing as its <c>GET</c> shows it, without times: the service may note when it was asked.</summary>
internal static class Snapshot
{
    public static async Task<JsonNode?> TakeAsync(CheckSession session, ApiOperation read, string path) =>
        await session.SendAsync("GET", path) is { IsSuccess: true } answer ? WithoutTimes(session, read, answer) : null;

    private static JsonNode? WithoutTimes(CheckSession session, ApiOperation read, Answer answer)
    {
        var schema =
            read.Response(answer.Status) is { } response
            && response.TryGetProperty("content", out var content)
            && content.TryGetProperty("application/json", out var media)
                ? session.Document.Resolve(media.GetProperty("schema"))
                : default;
        if (
            answer.Json is JsonObject members
            && schema.ValueKind == JsonValueKind.Object
            && schema.TryGetProperty("properties", out var properties)
        )
        {
            properties.EnumerateObject().Where(IsTime).ToList().ForEach(time => members.Remove(time.Name));
        }

        return answer.Json;
    }

    private static bool IsTime(JsonProperty property) =>
        property.Value.TryGetProperty("format", out var format) && format.GetString() == "date-time";
}
