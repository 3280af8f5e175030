using System.Globalization;
using System.Text.Json;
using Json.Pointer;
using Json.Schema;
using Parts = System.Linq.IGrouping<string, Json.Schema.EvaluationResults>;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>Tells the breaches of a value from what the library found.</summary>
/// <param name="whole">The value.</param>
internal sealed class SchemaBreaches(JsonElement whole)
{
    public IEnumerable<Breach> Of(EvaluationResults result)
    {
        if (result.IsValid)
        {
            return [];
        }

        var (path, value) = At(result.InstanceLocation);
        var parts = (result.Details ?? []).ToLookup(part => KeywordOf(result, part));
        List<Breach> breaches =
        [
            .. (result.Errors ?? []).SelectMany(error => Own(error.Key, error.Value, path, value)),
            .. parts.Where(keyword => !IsUnevaluated(keyword)).SelectMany(keyword => OfParts(keyword, path, value)),
        ];
        // That nothing else has evaluated a member says nothing as long as something else has failed.
        return breaches.Count > 0 ? breaches : parts.Where(IsUnevaluated).SelectMany(keyword => OfParts(keyword, path, value));
    }

    private static bool IsUnevaluated(Parts keyword) => keyword.Key.StartsWith("unevaluated", StringComparison.Ordinal);

    private static string KeywordOf(EvaluationResults whole, EvaluationResults part) =>
        part.EvaluationPath[whole.EvaluationPath.SegmentCount].ToString();

    private static IEnumerable<Breach> Own(string keyword, string expected, string path, JsonElement value) =>
        keyword switch
        {
            // Of a schema in another dialect it is the library's sentence.
            "required" when expected is ['[', ..] => JsonSerializer
                .Deserialize<string[]>(expected)!
                .Where(name => !value.TryGetProperty(name, out _))
                .Select(name => new Breach($"{path}.{name}", "a value", "nothing")),
            "" => [new Breach(path, "nothing", value.GetRawText())],
            "minLength" or "maxLength" => [new Breach(path, expected, $"{SchemaRules.Length(value)}")],
            "minItems" or "maxItems" => [new Breach(path, expected, $"{value.GetArrayLength()}")],
            "minProperties" or "maxProperties" => [new Breach(path, expected, $"{value.GetPropertyCount()}")],
            _ => [new Breach(path, expected, value.GetRawText())],
        };

    private IEnumerable<Breach> OfParts(Parts parts, string path, JsonElement value) =>
        (parts.Key, parts.Count(it => it.IsValid)) switch
        {
            ("anyOf", 0) => Likeliest(parts, "a match of anyOf", path, value),
            ("oneOf", not 1 and var matches) => Likeliest(matches == 0 ? parts : [], "exactly one match of oneOf", path, value),
            ("not", 1) => [new Breach(path, "no match of not", value.GetRawText())],
            ("propertyNames", _) => parts
                .Where(part => !part.IsValid)
                .Select(part => new Breach(At(part.InstanceLocation).Path, "a name that propertyNames takes", "this one")),
            ("anyOf" or "oneOf" or "not" or "if" or "contains", _) => [],
            _ => parts.SelectMany(Of),
        };

    /// <summary>Where a value fits none of some schemas, what is wrong with the only one for its type says most.</summary>
    private IEnumerable<Breach> Likeliest(IEnumerable<EvaluationResults> parts, string expected, string path, JsonElement value) =>
        parts.Where(HasType).ToList() is [var only] ? Of(only) : [new Breach(path, expected, value.GetRawText())];

    private static bool HasType(EvaluationResults part) =>
        part.Errors?.ContainsKey("type") != true && (part.Details ?? []).Where(inner => KeywordOf(part, inner) == "$ref").All(HasType);

    private (string Path, JsonElement Value) At(JsonPointer location)
    {
        var (path, value) = ("$", whole);
        for (var i = 0; i < location.SegmentCount; i++)
        {
            var step = location[i].ToString().Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            (path, value) =
                value.ValueKind == JsonValueKind.Array
                    ? ($"{path}[{step}]", value[int.Parse(step, CultureInfo.InvariantCulture)])
                    : ($"{path}.{step}", value.GetProperty(step));
        }

        return (path, value);
    }
}
