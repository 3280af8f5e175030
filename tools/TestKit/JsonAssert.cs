using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace IntegrationSuite.TestKit;

/// <summary>Equality as JSON has it: member by member, in whatever order they stand.</summary>
public static class JsonAssert
{
    /// <summary>Two things read the same when written as JSON.</summary>
    public static void AreSame<T>(T expected, T actual)
    {
        var (left, right) = (JsonSerializer.SerializeToNode(expected, Json.Strict), JsonSerializer.SerializeToNode(actual, Json.Strict));
        if (!JsonNode.DeepEquals(left, right))
        {
            throw new AssertFailedException(
                $"Not the same.{Environment.NewLine}expected: {Text(left)}{Environment.NewLine}actual:   {Text(right)}"
            );
        }
    }

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "null";
}
