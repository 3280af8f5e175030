using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts.Calls;

/// <summary>What a service answered, and the line that asks it again.</summary>
internal sealed record Answer(HttpResponseMessage Response, byte[] Body, string Curl)
{
    public int Status => (int)Response.StatusCode;

    public bool IsSuccess => Response.IsSuccessStatusCode;

    /// <summary>The body as JSON; null when it is none.</summary>
    public JsonNode? Json { get; } = Parse(Body);

    /// <summary>A header; null when it is not there.</summary>
    public string? Header(string name) => HeaderRules.ValueOf(Response, name);

    private static JsonNode? Parse(byte[] body)
    {
        try
        {
            return DeepJson.Node(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
