using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ServiceDefaults.OpenApi;

/// <summary>What an operation's contract says beyond its types: examples, and which operation its answer leads to.</summary>
public static class DocumentationExtensions
{
    /// <summary>Gives an example of the body, for what a schema cannot say: it leads to a success.</summary>
    public static RouteHandlerBuilder Example(this RouteHandlerBuilder builder, [StringSyntax(StringSyntaxAttribute.Json)] string body) =>
        builder.Describe(operation =>
            operation
                .RequestBody!.Content!.Values.OfType<OpenApiMediaType>()
                .ToList()
                .ForEach(media => media.Example = JsonNode.Parse(body))
        );

    /// <summary>Gives an example of a parameter.</summary>
    public static RouteHandlerBuilder Example(this RouteHandlerBuilder builder, string parameter, JsonNode value) =>
        builder.Describe(operation =>
            operation.Parameters!.OfType<OpenApiParameter>().Single(each => each.Name == parameter).Example = value
        );

    /// <summary>Says that a success leads to another operation: a link (OpenAPI 3.1, 4.8.20).</summary>
    /// <param name="operation">The other operation's name.</param>
    /// <param name="parameters">Its parameters, as runtime expressions: <c>("id", "$response.body#/id")</c>.</param>
    /// <param name="body">Members of its body, likewise.</param>
    public static RouteHandlerBuilder LeadsTo(
        this RouteHandlerBuilder builder,
        string operation,
        (string Name, string Expression)[]? parameters = null,
        (string Name, string Expression)[]? body = null
    ) =>
        builder.Describe(source =>
        {
            var link = new OpenApiLink
            {
                OperationId = operation,
                Parameters = parameters?.ToDictionary(each => each.Name, each => new RuntimeExpressionAnyWrapper { Any = each.Expression }),
                RequestBody = body is null
                    ? null
                    : new RuntimeExpressionAnyWrapper
                    {
                        Any = new JsonObject(body.Select(each => KeyValuePair.Create(each.Name, (JsonNode?)each.Expression))),
                    },
            };
            var success = (OpenApiResponse)source.Responses!.Single(response => response.Key.StartsWith('2')).Value;
            success.Links ??= new Dictionary<string, IOpenApiLink>();
            success.Links[operation] = link;
        });

    private static RouteHandlerBuilder Describe(this RouteHandlerBuilder builder, Action<OpenApiOperation> describe) =>
        builder.AddOpenApiOperationTransformer(
            (operation, _, _) =>
            {
                describe(operation);
                return Task.CompletedTask;
            }
        );
}
