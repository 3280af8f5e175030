using System.Text.Json;
using Json.Schema;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>A keyword that judges a value by itself. Where it does not hold, its error is what a breach says was expected.</summary>
/// <param name="library">How the library reads it.</param>
/// <param name="expected">What its own value asks for.</param>
/// <param name="holds">Whether its own value takes a value, where the library is wrong about it.</param>
internal sealed class SchemaRule(
    IKeywordHandler library,
    Func<JsonElement, string> expected,
    Func<JsonElement, JsonElement, bool>? holds = null
) : IKeywordHandler
{
    public string Name => library.Name;

    public object? ValidateKeywordValue(JsonElement value) => library.ValidateKeywordValue(value);

    public void BuildSubschemas(KeywordData keyword, BuildContext context) => library.BuildSubschemas(keyword, context);

    public KeywordEvaluation Evaluate(KeywordData keyword, EvaluationContext context)
    {
        var found = holds is null
            ? library.Evaluate(keyword, context)
            : new KeywordEvaluation { Keyword = Name, IsValid = holds(keyword.RawValue, context.Instance) };
        var isTold = !found.IsValid && context.Options.OutputFormat != OutputFormat.Flag;
        return isTold ? found with { Error = expected(keyword.RawValue) } : found;
    }
}
