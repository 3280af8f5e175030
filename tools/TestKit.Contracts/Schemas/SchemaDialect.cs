using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Text.Json;
using Json.Schema;
using Json.Schema.Keywords;
using DynamicRefKeyword = Json.Schema.Keywords.Draft202012.DynamicRefKeyword;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>JSON Schema 2020-12 as OpenAPI 3.1 has it: the library's keywords, but for those that it reads in its own way.</summary>
internal static class SchemaDialect
{
    /// <summary>Where a contract is said to stand. No such host can be (RFC 2606, 2), and nothing is ever fetched.</summary>
    public static Uri Home { get; } = new("https://contract.invalid/openapi.json");

    // Those of OpenAPI 3.1 (4.8.24), which say something to people and generators only.
    private static readonly string[] s_annotations = ["discriminator", "example", "externalDocs", "xml"];
    private static readonly FrozenSet<string> s_known = new[]
    {
        Vocabulary.Draft202012_Core,
        Vocabulary.Draft202012_Applicator,
        Vocabulary.Draft202012_Unevaluated,
        Vocabulary.Draft202012_Validation,
        Vocabulary.Draft202012_FormatAnnotation,
        Vocabulary.Draft202012_Content,
        Vocabulary.Draft202012_MetaData,
    }
        .SelectMany(vocabulary => vocabulary.Keywords)
        .Select(keyword => keyword.Name)
        .Concat(s_annotations)
        .ToFrozenSet();

    private static readonly Uri s_openApi = new("https://spec.openapis.org/oas/3.1/dialect/base");
    private static readonly IKeywordHandler[] s_ours =
    [
        .. SchemaRules.All,
        new ComponentsKeyword(),
        new ContractReference(),
        new DynamicContractReference(),
        new EcmaPatternProperties(),
        new EqualItems(),
    ];

    /// <summary>How a document's schemas are read.</summary>
    /// <param name="assertsFormats">Whether a value must be of its <c>format</c>, which JSON Schema leaves open (Validation, 7.2).</param>
    public static BuildOptions Options(bool assertsFormats)
    {
        IKeywordHandler[] keywords = assertsFormats ? [.. s_ours, SchemaRules.Format] : s_ours;
        var dialect = Dialect.Draft202012.With(keywords, MetaSchemas.Draft202012Id);
        var dialects = new DialectRegistry();
        dialects.Register(dialect);
        dialects.Register(Dialect.Draft202012.With(keywords, s_openApi));
        return new BuildOptions
        {
            SchemaRegistry = new SchemaRegistry(),
            DialectRegistry = dialects,
            Dialect = dialect,
        };
    }

    /// <summary>Whether a keyword means something, be it to people alone.</summary>
    public static bool Knows(string keyword) => s_known.Contains(keyword) || keyword.StartsWith("x-", StringComparison.Ordinal);

    /// <summary>Whether the library says by this that something is no schema.</summary>
    public static bool IsUnreadable(Exception e) =>
        e is JsonSchemaException or ArgumentException or InvalidOperationException or FormatException;

    /// <summary>Of a schema that is read by itself, references lead into the contract all the same.</summary>
    private static BuildContext InContract(BuildContext context) =>
        context.BaseUri.Host == Home.Host ? context with { BaseUri = new Uri(Home, context.BaseUri.AbsolutePath) } : context;

    private sealed class ContractReference : RefKeyword
    {
        public override void BuildSubschemas(KeywordData keyword, BuildContext context) =>
            base.BuildSubschemas(keyword, InContract(context));
    }

    private sealed class DynamicContractReference : DynamicRefKeyword
    {
        public override void BuildSubschemas(KeywordData keyword, BuildContext context) =>
            base.BuildSubschemas(keyword, InContract(context));
    }

    private sealed class EcmaPatternProperties : PatternPropertiesKeyword
    {
        public override object ValidateKeywordValue(JsonElement value) =>
            value.EnumerateObject().ToDictionary(member => member.Name, member => Patterns.Of(member.Name));
    }

    private sealed class EqualItems : ItemsKeyword
    {
        private static readonly JsonElement s_true = JsonSerializer.SerializeToElement(true);

        // The library counts the items after prefixItems from 0, so that breaches would name others.
        public override KeywordEvaluation Evaluate(KeywordData keyword, EvaluationContext context)
        {
            if (context.Instance.ValueKind != JsonValueKind.Array)
            {
                return KeywordEvaluation.Ignore;
            }

            var (path, results, known) = (context.EvaluationPath.Combine(Name), new List<EvaluationResults>(), default(JsonElement));
            var items = context.Instance.EnumerateArray().Index().Skip((int?)keyword.Value ?? 0);
            foreach (var (index, item) in items.Where(item => !IsEqual(item.Item, known)))
            {
                var at = context.InstanceLocation.Combine(index);
                var result = keyword.Subschemas[0].Evaluate(context with { Instance = item, InstanceLocation = at, EvaluationPath = path });
                results.Add(result);
                known = result.IsValid ? item : known;
            }

            var isValid = results.TrueForAll(result => result.IsValid);
            return new KeywordEvaluation
            {
                Keyword = Name,
                IsValid = isValid,
                Details = [.. results],
                Annotation = s_true,
            };
        }

        // A list just beyond its bound is one item ten thousand times.
        private static bool IsEqual(JsonElement item, JsonElement valid) =>
            valid.ValueKind != JsonValueKind.Undefined
            && JsonMarshal.GetRawUtf8Value(item).SequenceEqual(JsonMarshal.GetRawUtf8Value(valid));
    }
}
