using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ServiceDefaults.OpenApi;

/// <summary>Documents the headers that an answer always carries, which follow from its status and its body.</summary>
internal static class HeaderSetup
{
    public static Task DescribeHeaders(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var responses = operation.Responses!;
        foreach (var (status, response) in responses)
        {
            foreach (
                var (name, schema) in HeadersOf(int.Parse(status, CultureInfo.InvariantCulture), response, responses.ContainsKey("304"))
            )
            {
                ((OpenApiResponse)response).Headers ??= new Dictionary<string, IOpenApiHeader>();
                response.Headers![name] = new OpenApiHeader { Required = true, Schema = schema };
            }
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<(string Name, OpenApiSchema Schema)> HeadersOf(int status, IOpenApiResponse response, bool isCached)
    {
        if (status == 201)
        {
            yield return ("Location", new OpenApiSchema { Type = JsonSchemaType.String, Format = "uri-reference" });
        }

        // RFC 9110, 15.4.5: a 304 carries the tag that the 200 would have.
        if (isCached && status is 200 or 304)
        {
            yield return ("ETag", new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^(W/)?\"[^\"]*\"$" });
        }

        if (status == 200 && response.Content?.Values.Any(media => media.Schema?.Type?.HasFlag(JsonSchemaType.Array) == true) == true)
        {
            yield return ("X-Total-Count", Count());
        }

        // A service that is not healthy has its own body, and nobody waits for it.
        if (status == 503 && response.Content?.ContainsKey("application/problem+json") == true)
        {
            yield return ("Retry-After", Count());
        }
    }

    private static OpenApiSchema Count() => new() { Type = JsonSchemaType.Integer, Minimum = "0" };
}
