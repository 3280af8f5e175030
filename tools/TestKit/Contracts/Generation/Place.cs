using System.Text.Json;
using System.Text.Json.Nodes;

namespace TestKit.Contracts.Generation;

/// <summary>A value within an input.</summary>
/// <param name="Path">The names and indexes that lead to it.</param>
/// <param name="Schema">Its schema, resolved.</param>
/// <param name="Value">The value.</param>
internal sealed record Place(object[] Path, JsonElement Schema, JsonNode? Value)
{
    /// <summary>The same for all items of an array.</summary>
    public string Pattern => string.Join('/', Path.Select(step => step is int ? "*" : step));

    /// <summary>A copy of the whole with another value at this place.</summary>
    public JsonObject Put(JsonObject whole, JsonNode? value)
    {
        var copy = whole.DeepClone();
        if (Path.Length == 0)
        {
            return value!.AsObject();
        }

        var parent = Path[..^1].Aggregate(copy, (node, step) => step is int index ? node[index]! : node[(string)step]!);
        if (Path[^1] is int last)
        {
            parent[last] = value;
        }
        else
        {
            parent[(string)Path[^1]] = value;
        }

        return copy.AsObject();
    }
}
