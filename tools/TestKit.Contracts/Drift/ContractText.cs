using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts.Drift;

/// <summary>An OpenAPI document as it is checked in: indented, and in an order that does not depend on the program that wrote it.</summary>
public static class ContractText
{
    // The escapes that JSON does not need would only hide what a person reads in a review.
    private static readonly JsonSerializerOptions s_options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    /// <summary>Members whose values are sets (JSON Schema 2020-12, 6.1.1 and 6.5.3): their order says nothing.</summary>
    private static readonly string[] s_sets = ["required", "type"];

    /// <summary>Rewrites a document. The root keeps its order: <c>info</c> and <c>paths</c> come before <c>components</c>.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static string Of(string json)
    {
        var root = JsonNode.Parse(json)!.AsObject();
        return new JsonObject(root.Select(member => KeyValuePair.Create(member.Key, Sorted(member.Key, member.Value)))).ToJsonString(
                s_options
            ) + "\n";
    }

    private static JsonNode? Sorted(string name, JsonNode? node) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members
                    .OrderBy(member => member.Key, StringComparer.Ordinal)
                    .Select(member => KeyValuePair.Create(member.Key, Sorted(member.Key, member.Value)))
            ),
            JsonArray items when s_sets.Contains(name) => new JsonArray([
                .. items.Select(item => item?.DeepClone()).OrderBy(item => item?.ToJsonString(), StringComparer.Ordinal),
            ]),
            JsonArray items => new JsonArray([.. items.Select(item => Sorted("", item))]),
            _ => node?.DeepClone(),
        };
}
