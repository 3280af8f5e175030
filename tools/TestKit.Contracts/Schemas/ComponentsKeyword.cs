using System.Text.Json;
using Json.Pointer;
using Json.Schema;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>Reads the schemas that have names as <c>$defs</c> of the document, so that <c>$id</c> and <c>$anchor</c> are found.</summary>
internal sealed class ComponentsKeyword : IKeywordHandler
{
    public string Name => "components";

    public object? ValidateKeywordValue(JsonElement value) => null;

    public void BuildSubschemas(KeywordData keyword, BuildContext context) =>
        keyword.Subschemas = keyword.RawValue.TryGetProperty("schemas", out var schemas)
            ? [.. schemas.EnumerateObject().Select(schema => Build(schema, context))]
            : [];

    public KeywordEvaluation Evaluate(KeywordData keyword, EvaluationContext context) => KeywordEvaluation.Ignore;

    private static JsonSchemaNode Build(JsonProperty schema, BuildContext context)
    {
        context.RelativePath = JsonPointer.Create("schemas", schema.Name);
        try
        {
            return JsonSchema.BuildNode(context with { LocalSchema = schema.Value });
        }
        catch (Exception e) when (SchemaDialect.IsUnreadable(e))
        {
            // In its place stands a schema with an unknown keyword, which says why: so whoever uses it is told, and nobody else.
            return JsonSchema.BuildNode(context with { LocalSchema = OneKeyword.Schema($"{schema.Name}: {e.Message}", true) });
        }
    }
}
