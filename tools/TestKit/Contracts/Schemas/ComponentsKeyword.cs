using System.Text.Json;
using Json.Pointer;
using Json.Schema;

namespace TestKit.Contracts;

/// <summary>Reads the schemas that have names as <c>$defs</c> of the document, so that <c>$id</c> and <c>$anchor</c> are found, and each is read once.</summary>
internal sealed class ComponentsKeyword : IKeywordHandler
{
    public string Name => "components";

    public object? ValidateKeywordValue(JsonElement value) => null;

    public void BuildSubschemas(KeywordData keyword, BuildContext context) =>
        keyword.Subschemas = keyword.RawValue.TryGetProperty("schemas", out var schemas)
            ? [.. schemas.EnumerateObject().Select(each => Build(each.Name, context with { LocalSchema = each.Value, RelativePath = JsonPointer.Create("schemas", each.Name) }))]
            : [];

    public KeywordEvaluation Evaluate(KeywordData keyword, EvaluationContext context) => KeywordEvaluation.Ignore;

    private static JsonSchemaNode Build(string name, BuildContext context)
    {
        try
        {
            return JsonSchema.BuildNode(context);
        }
        catch (Exception e) when (SchemaDialect.IsUnreadable(e))
        {
            // In its place stands a schema with an unknown keyword, which says why: so whoever uses it is told, and nobody else.
            return JsonSchema.BuildNode(context with { LocalSchema = JsonSerializer.SerializeToElement(new Dictionary<string, bool> { [$"{name}: {e.Message}"] = true }) });
        }
    }
}
