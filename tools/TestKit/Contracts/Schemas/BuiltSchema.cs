using System.Text.Json;
using Json.Schema;
using Json.Schema.Keywords;

namespace TestKit.Contracts;

/// <summary>A schema as the library has read it, and what keeps it from being used.</summary>
internal sealed class BuiltSchema
{
    private static readonly EvaluationOptions s_flag = new() { OutputFormat = OutputFormat.Flag };
    private static readonly EvaluationOptions s_details = new() { OutputFormat = OutputFormat.Hierarchical };

    private readonly JsonSchema? _schema;
    private readonly Lock? _registry;

    private BuiltSchema(JsonSchema schema, Lock registry)
    {
        var keywords = Within(schema.Root).ToList();
        _schema = schema;
        _registry = keywords.Exists(keyword => keyword.Handler is DynamicRefKeyword) ? registry : null;
        Defects = [.. keywords.Select(DefectOf).OfType<Breach>().Distinct()];
    }

    private BuiltSchema(string defect) => Defects = [new Breach("schema", "JSON Schema 2020-12", defect)];

    /// <summary>References that lead nowhere, and keywords that nobody knows: breaches of any value, as no rule is passed over in silence.</summary>
    public IReadOnlyList<Breach> Defects { get; }

    /// <summary>The schema that it refers to.</summary>
    public JsonElement? Target => _schema?.Root.Keywords.FirstOrDefault(keyword => keyword.Handler is RefKeyword)?.Subschemas.FirstOrDefault()?.Source;

    /// <summary>Reads a schema.</summary>
    /// <param name="registry">Held, as the registry of the options is changed.</param>
    public static BuiltSchema Of(JsonElement schema, BuildOptions options, Uri uri, Lock registry)
    {
        try
        {
            lock (registry)
            {
                return new BuiltSchema(JsonSchema.Build(schema, options, uri), registry);
            }
        }
        catch (Exception e) when (SchemaDialect.IsUnreadable(e))
        {
            return new BuiltSchema(e.Message);
        }
    }

    /// <summary>Every breach.</summary>
    public IReadOnlyList<Breach> Validate(JsonElement value)
    {
        try
        {
            return Defects.Count > 0 ? Defects : Evaluate(value, s_flag).IsValid ? [] : [.. new SchemaBreaches(value).Of(Evaluate(value, s_details))];
        }
        catch (RefResolutionException e)
        {
            // Where a $dynamicRef leads is known only as it is followed.
            return [NoSchemaAt(e.Anchor ?? e.BaseUri.ToString())];
        }
    }

    private EvaluationResults Evaluate(JsonElement value, EvaluationOptions options)
    {
        if (_registry is null)
        {
            return _schema!.Evaluate(value, options);
        }

        // A $dynamicRef is looked up in the registry.
        lock (_registry)
        {
            return _schema!.Evaluate(value, options);
        }
    }

    private static Breach? DefectOf(KeywordData keyword) => keyword.Handler switch
    {
        RefKeyword when keyword.Subschemas is [] => NoSchemaAt(keyword.RawValue.ToString()),
        AnnotationKeyword when keyword.Value is string name && !SchemaDialect.Knows(name) => new Breach("schema", "keywords of JSON Schema 2020-12 (docs/contracts.md)", name),
        _ => null,
    };

    private static Breach NoSchemaAt(string reference) => new("schema", $"a schema at {reference}", "nothing");

    private static IEnumerable<KeywordData> Within(JsonSchemaNode root)
    {
        var (seen, open) = (new HashSet<JsonSchemaNode>(), new Stack<JsonSchemaNode>([root]));
        while (open.TryPop(out var node))
        {
            foreach (var keyword in seen.Add(node) ? node.Keywords : [])
            {
                yield return keyword;
                Array.ForEach(keyword.Subschemas, open.Push);
            }
        }
    }
}
