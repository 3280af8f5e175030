using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts.Calls;

/// <summary>A link of a contract (OpenAPI 3.1, 4.8.20): what an answer of one operation gives another one to be called with.</summary>
/// <param name="Source">The operation to call first.</param>
/// <param name="Definition">The link.</param>
internal sealed record Link(ApiOperation Source, JsonElement Definition)
{
    /// <summary>The link that leads to an operation; null when there is none.</summary>
    public static Link? To(ApiDocument document, ApiOperation target) =>
        target.Definition.TryGetProperty("operationId", out var id)
            ? document
                .Operations.SelectMany(Of)
                .FirstOrDefault(link => link.Definition.TryGetProperty("operationId", out var to) && to.GetString() == id.GetString())
            : null;

    /// <summary>What an answer gives: the part of the target's input, the member, and its value.</summary>
    public IEnumerable<(string Part, string Name, JsonNode Value)> Values(Answer answer) =>
        from part in new[] { (Name: "path", Member: "parameters"), (Name: "body", Member: "requestBody") }
        where Definition.TryGetProperty(part.Member, out var members) && members.ValueKind == JsonValueKind.Object
        from member in Definition.GetProperty(part.Member).EnumerateObject()
        let value = Evaluate(member.Value, answer)
        where value is not null
        select (part.Name, member.Name, value);

    private static IEnumerable<Link> Of(ApiOperation source) =>
        from response in source.Definition.GetProperty("responses").EnumerateObject()
        where response.Value.TryGetProperty("links", out _)
        from link in response.Value.GetProperty("links").EnumerateObject()
        select new Link(source, link.Value);

    /// <summary>The runtime expressions <c>$response.body#/…</c> and <c>$response.header.…</c>, or a value as it is; what another expression gives stays as generated.</summary>
    private static JsonNode? Evaluate(JsonElement value, Answer answer) =>
        value.ValueKind != JsonValueKind.String || value.GetString() is not ['$', ..] expression ? DeepJson.Node(value)
        : expression.Split('#', 2) is ["$response.body", var pointer] ? JsonReference.Find(answer.Json, $"#{pointer}")?.DeepClone()
        : expression.StartsWith("$response.header.", StringComparison.Ordinal) ? answer.Header(expression["$response.header.".Length..])
        : null;
}
