using System.Text.Json;
using System.Text.RegularExpressions;
using Json.Schema;
using Json.Schema.Keywords;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>A schema as the library has read it, and what keeps it from being used.</summary>
internal sealed class BuiltSchema
{
    private static readonly EvaluationOptions s_flag = new() { OutputFormat = OutputFormat.Flag };
    private static readonly EvaluationOptions s_details = new() { OutputFormat = OutputFormat.Hierarchical };

    private static readonly Breach s_endless = new("schema", "a schema that ends", "one that refers to itself for the same value");

    private readonly JsonSchema? _schema;

    public BuiltSchema(JsonElement schema, BuildOptions options, Uri uri)
    {
        try
        {
            _schema = JsonSchema.Build(schema, options, uri);
            Defects =
            [
                .. Within(_schema.Root).SelectMany(node => node.Keywords).Select(DefectOf).OfType<Breach>().Distinct(),
                .. EndlessSchemas.Any(Within(_schema.Root)) ? [s_endless] : Array.Empty<Breach>(),
            ];
        }
        catch (Exception e) when (SchemaDialect.IsUnreadable(e))
        {
            Defects = [new Breach("schema", "JSON Schema 2020-12", e.Message)];
        }
    }

    /// <summary>
    /// References that lead nowhere, and keywords that nobody knows: breaches of any value, as no rule is passed over in silence.
    /// </summary>
    public IReadOnlyList<Breach> Defects { get; }

    /// <summary>The schema that it refers to.</summary>
    public JsonElement? Target =>
        _schema?.Root.Keywords.FirstOrDefault(keyword => keyword.Handler is RefKeyword)?.Subschemas.FirstOrDefault()?.Source;

    /// <summary>Every breach.</summary>
    public IReadOnlyList<Breach> Validate(JsonElement value)
    {
        try
        {
            return Defects.Count > 0 ? Defects
                : _schema!.Evaluate(value, s_flag).IsValid ? []
                : [.. new SchemaBreaches(value).Of(_schema.Evaluate(value, s_details))];
        }
        catch (RefResolutionException e)
        {
            // Where a $dynamicRef leads is known only as it is followed.
            return [NoSchemaAt(e.Anchor ?? e.BaseUri.ToString())];
        }
        catch (RegexMatchTimeoutException e)
        {
            return [new Breach("schema", "a pattern that is matched within a second", e.Pattern)];
        }
        catch (InvalidOperationException e)
        {
            return [new Breach("body", "Unicode text", e.Message)]; // half a pair of surrogates
        }
    }

    private static Breach? DefectOf(KeywordData keyword) =>
        keyword.Handler switch
        {
            RefKeyword when keyword.Subschemas is [] => NoSchemaAt(keyword.RawValue.ToString()),
            AnnotationKeyword when keyword.Value is string name && !SchemaDialect.Knows(name) => new Breach(
                "schema",
                "keywords of JSON Schema 2020-12 (docs/contracts.md)",
                name
            ),
            _ => null,
        };

    private static Breach NoSchemaAt(string reference) => new("schema", $"a schema at {reference}", "nothing");

    private static IEnumerable<JsonSchemaNode> Within(JsonSchemaNode root)
    {
        var (seen, open) = (new HashSet<JsonSchemaNode>(), new Stack<JsonSchemaNode>([root]));
        while (open.TryPop(out var node))
        {
            if (seen.Add(node))
            {
                yield return node;
                node.Keywords.SelectMany(keyword => keyword.Subschemas).ToList().ForEach(open.Push);
            }
        }
    }
}
