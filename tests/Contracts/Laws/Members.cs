using System.Text.Json.Nodes;

namespace Contracts.Laws;

/// <summary>Members of JSON by their place, such as <c>lines[0].text</c>: as the services name the fields that they refuse.</summary>
internal static class Members
{
    /// <summary>What stands at a place; null where nothing does.</summary>
    public static JsonNode? At(JsonNode? json, string place) =>
        place.Split('.').Aggregate(json, (at, step) => step.EndsWith("[0]", StringComparison.Ordinal) ? at?[step[..^3]]?[0] : at?[step]);

    /// <summary>The same JSON with something else at a place.</summary>
    public static JsonObject With(JsonObject json, string place, JsonNode? value)
    {
        var copy = json.DeepClone().AsObject();
        var dot = place.LastIndexOf('.');
        var owner = dot < 0 ? copy : At(copy, place[..dot])!;
        owner[place[(dot + 1)..]] = value;
        return copy;
    }
}
