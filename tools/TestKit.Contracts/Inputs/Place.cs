using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>A value within an input.</summary>
/// <param name="Path">The names and indexes that lead to it.</param>
/// <param name="Name">The same in words, such as <c>body.lines[*].text</c>: one for all items of an array, and for all members of free names.</param>
/// <param name="Schema">Its schema, resolved.</param>
/// <param name="Value">The value.</param>
internal sealed record Place(object[] Path, string Name, JsonElement Schema, JsonElement Value)
{
    /// <summary>What the name of a place gets for each item of its array.</summary>
    public const string Item = "[*]";

    /// <summary>What a member is called whose name is free.</summary>
    public const string FreeName = "*";

    /// <summary>The name of a member's place.</summary>
    public static string NameOf(string parent, string member) => parent.Length == 0 ? member : $"{parent}.{member}";

    /// <summary>Whether what is at a breach's path is here, or within.</summary>
    public bool IsOnTheWayTo(string path) =>
        path.StartsWith(Location, StringComparison.Ordinal) && (path.Length == Location.Length || path[Location.Length] is '.' or '[');

    /// <summary>A copy of the value.</summary>
    public JsonNode? Node() => JsonSerializer.SerializeToNode(Value);

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

    /// <summary>As breaches write it.</summary>
    private string Location => Path.Aggregate("$", (path, step) => step is int ? $"{path}[{step}]" : $"{path}.{step}");
}
