using Json.Schema;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>Finds schemas that ask for themselves of the same value, as <c>{"allOf": [itself]}</c> does: whoever evaluated one would not come to an end.</summary>
internal static class EndlessSchemas
{
    // Those that hand on the value that they judge, and no part of it.
    private static readonly string[] s_inPlace = ["$ref", "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas"];

    public static bool Any(IEnumerable<JsonSchemaNode> nodes)
    {
        var (done, open) = (new HashSet<JsonSchemaNode>(), new HashSet<JsonSchemaNode>());
        return nodes.Any(node => IsEndless(node, done, open));
    }

    private static bool IsEndless(JsonSchemaNode node, HashSet<JsonSchemaNode> done, HashSet<JsonSchemaNode> open)
    {
        if (done.Contains(node))
        {
            return false;
        }

        if (!open.Add(node))
        {
            return true;
        }

        var isEndless = node
            .Keywords.Where(keyword => s_inPlace.Contains(keyword.Handler.Name))
            .SelectMany(keyword => keyword.Subschemas)
            .Any(part => IsEndless(part, done, open));
        open.Remove(node);
        done.Add(node);
        return isEndless;
    }
}
