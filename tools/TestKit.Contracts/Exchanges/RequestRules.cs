using System.Text.Json;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>What a request must hold to, to be accepted.</summary>
internal static class RequestRules
{
    public static IEnumerable<Breach> Check(ApiDocument document, ApiOperation operation, HttpRequestMessage request, byte[]? body) =>
        QueryBreaches(document, operation, request.RequestUri!).Concat(BodyBreaches(document, operation, request, body));

    /// <summary>The values of each parameter of a query.</summary>
    public static ILookup<string, string> QueryOf(Uri uri) =>
        uri
            .Query.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .ToLookup(pair => Decode(pair[0]), pair => Decode(pair.ElementAtOrDefault(1) ?? ""));

    private static IEnumerable<Breach> BodyBreaches(
        ApiDocument document,
        ApiOperation operation,
        HttpRequestMessage request,
        byte[]? body
    ) =>
        body is not null && operation.RequestSchema() is { } schema && request.Content?.Headers.ContentType?.MediaType == "application/json"
            ? document.Validator.Validate(schema, body)
            : [];

    /// <summary>A parameter that the contract does not know changes nothing, and is no breach.</summary>
    private static IEnumerable<Breach> QueryBreaches(ApiDocument document, ApiOperation operation, Uri uri)
    {
        var sent = QueryOf(uri);
        return from parameter in operation.QueryParameters
            where OperationParts.IsScalar(parameter)
            let name = parameter.GetProperty("name").GetString()!
            from value in sent[name]
            from breach in TextValue.Check(document, parameter, value)
            select breach with
            {
                Path = $"query {name}",
            };
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
