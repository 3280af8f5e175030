using System.Globalization;
using System.Text.Json;
using Json.Pointer;
using Json.Schema;

namespace TestKit.Contracts;

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
        // What no other keyword has evaluated says nothing as long as they failed.
        var (last, first) = (parts.Where(IsUnevaluated), parts.Where(keyword => !IsUnevaluated(keyword)));
        List<Breach> breaches = [.. (result.Errors ?? []).SelectMany(error => Own(error.Key, error.Value, path, value)), .. first.SelectMany(keyword => OfParts(keyword, path, value))];
        return breaches.Count > 0 ? breaches : last.SelectMany(keyword => OfParts(keyword, path, value));
    }

    private static bool IsUnevaluated(IGrouping<string, EvaluationResults> keyword) => keyword.Key.StartsWith("unevaluated", StringComparison.Ordinal);

    private static IEnumerable<Breach> Own(string keyword, string expected, string path, JsonElement value) => keyword switch
    {
        // Of a schema in another dialect it is the library's sentence.
        "required" when expected is ['[', ..] => JsonSerializer.Deserialize<string[]>(expected)!.Where(name => !value.TryGetProperty(name, out _)).Select(name => new Breach($"{path}.{name}", "a value", "nothing")),
        "" => [new Breach(path, "nothing", value.GetRawText())],
        "minLength" or "maxLength" => [new Breach(path, expected, Text(SchemaRules.Length(value)))],
        "minItems" or "maxItems" => [new Breach(path, expected, Text(value.GetArrayLength()))],
        "minProperties" or "maxProperties" => [new Breach(path, expected, Text(value.GetPropertyCount()))],
        _ => [new Breach(path, expected, value.GetRawText())],
    };

    private IEnumerable<Breach> OfParts(IGrouping<string, EvaluationResults> keyword, string path, JsonElement value) => (keyword.Key, keyword.Count(part => part.IsValid)) switch
    {
        ("anyOf", 0) => Likeliest(keyword, "a match of anyOf", path, value),
        ("oneOf", not 1 and var matches) => Likeliest(matches == 0 ? keyword : [], "exactly one match of oneOf", path, value),
        ("not", 1) => [new Breach(path, "no match of not", value.GetRawText())],
        ("propertyNames", _) => keyword.Where(part => !part.IsValid).Select(part => new Breach(At(part.InstanceLocation).Path, "a name that propertyNames takes", "this one")),
        ("anyOf" or "oneOf" or "not" or "if" or "contains", _) => [],
        _ => keyword.SelectMany(Of),
    };

    /// <summary>Of schemas that a value fits none of, what is wrong with the only one for its type says more than that none fits.</summary>
    private IEnumerable<Breach> Likeliest(IEnumerable<EvaluationResults> parts, string expected, string path, JsonElement value) =>
        parts.Where(HasType).ToList() is [var only] ? Of(only) : [new Breach(path, expected, value.GetRawText())];

    private static bool HasType(EvaluationResults part) =>
        part.Errors?.ContainsKey("type") != true && (part.Details ?? []).Where(inner => KeywordOf(part, inner) == "$ref").All(HasType);

    private static string KeywordOf(EvaluationResults whole, EvaluationResults part) => part.EvaluationPath[whole.EvaluationPath.SegmentCount].ToString();

    private (string Path, JsonElement Value) At(JsonPointer location)
    {
        var (path, value) = ("$", whole);
        for (var i = 0; i < location.SegmentCount; i++)
        {
            var step = location[i].ToString();
            (path, value) = value.ValueKind == JsonValueKind.Array ? ($"{path}[{step}]", value[int.Parse(step, CultureInfo.InvariantCulture)]) : ($"{path}.{step}", value.GetProperty(step));
        }

        return (path, value);
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
