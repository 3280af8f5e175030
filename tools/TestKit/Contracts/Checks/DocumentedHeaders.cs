using System.Text.Json;
using System.Text.Json.Nodes;
using TestKit.Contracts.Calls;
using TestKit.Contracts.Generation;

namespace TestKit.Contracts.Checks;

/// <summary>Schemathesis' <c>response_headers_conformance</c>: a required header is there, and each fits its schema. What RFC 9110 asks of a status needs no documenting.</summary>
internal sealed class DocumentedHeaders : ExchangeCheck
{
    public override string Promise => "answers with the documented headers";

    protected override string? Judge(CheckSession session, Answer answer) =>
        session.Operation.Response(answer.Status) is { } documented
            ? Standard(answer) ?? Documented(documented).Select(header => Fault(session, header, answer.Header(header.Name))).FirstOrDefault(fault => fault is not null)
            : null;

    /// <summary>201 names the thing created (RFC 9110, 15.3.2), 401 how to prove who one is (15.5.2).</summary>
    private static string? Standard(Answer answer) => answer.Status switch
    {
        201 when answer.Header("Location") is null => "a 201 needs a Location.",
        401 when answer.Header("WWW-Authenticate") is null => "a 401 needs a WWW-Authenticate.",
        _ => null,
    };

    private static IEnumerable<JsonProperty> Documented(JsonElement response) =>
        response.TryGetProperty("headers", out var headers) ? headers.EnumerateObject() : [];

    private static string? Fault(CheckSession session, JsonProperty header, string? value)
    {
        var definition = session.Document.Resolve(header.Value);
        if (value is null)
        {
            return definition.TryGetProperty("required", out var required) && required.GetBoolean() ? $"the header {header.Name} is missing." : null;
        }

        return definition.TryGetProperty("schema", out var schema) && session.Document.Breaches(schema, Typed(session.Document.Resolve(schema), value)) is [var breach, ..]
            ? $"the header {header.Name} should be {breach.Expected}, and is '{value}'."
            : null;
    }

    private static JsonNode? Typed(JsonElement schema, string value) =>
        schema.TryGetProperty("type", out var type) && type.ToString() is "integer" or "number" && double.TryParse(value, out var number) ? number : value;
}
