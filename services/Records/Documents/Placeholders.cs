using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ServiceDefaults.Http;

namespace Records.Documents;

/// <summary>Fills <c>{{variable}}</c> in all strings of a JSON object. Member names stay as they are, and a value is not searched for placeholders again.</summary>
/// <param name="values">Variable → what takes its place.</param>
internal sealed partial class Placeholders(IReadOnlyDictionary<string, string> values)
{
    /// <summary>The most characters that values may add to one object: a short placeholder, often repeated, could else grow without bound.</summary>
    private const int MaxAdded = 10_000_000;

    /// <summary>Gives the object with its placeholders filled.</summary>
    /// <param name="field">The object's name in the request.</param>
    /// <exception cref="ApiException">400: a placeholder has no value; all that have none are named.</exception>
    public JsonObject Fill(string field, JsonObject json)
    {
        var work = new Filling(field, values);
        var filled = work.Fill(json)!.AsObject();
        return work.Missing.Count == 0
            ? filled
            : throw ApiException.BadField(field, $"has placeholders without a value: {string.Join(", ", work.Missing)}");
    }

    [GeneratedRegex(@"\{\{\s*([A-Za-z][A-Za-z0-9_]*)\s*\}\}")]
    private static partial Regex Placeholder();

    private sealed class Filling(string field, IReadOnlyDictionary<string, string> values)
    {
        private int _added;

        public SortedSet<string> Missing { get; } = new(StringComparer.Ordinal);

        public JsonNode? Fill(JsonNode? node) =>
            node switch
            {
                JsonObject json => new JsonObject(json.Select(p => KeyValuePair.Create(p.Key, Fill(p.Value)))),
                JsonArray array => new JsonArray([.. array.Select(Fill)]),
                JsonValue value when value.GetValueKind() == JsonValueKind.String => Placeholder().Replace(value.GetValue<string>(), Value),
                _ => node?.DeepClone(),
            };

        private string Value(Match placeholder)
        {
            var name = placeholder.Groups[1].Value;
            if (!values.TryGetValue(name, out var value))
            {
                Missing.Add(name);
                return placeholder.Value; // no mutants: nothing is filled when something is missing
            }

            _added += value.Length;
            return _added <= MaxAdded
                ? value
                : throw ApiException.BadField(field, $"grows by more than {MaxAdded} characters when its placeholders are filled");
        }
    }
}
