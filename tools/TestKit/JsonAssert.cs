using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace IntegrationSuite.TestKit;

/// <summary>Equality as JSON has it: member by member, in whatever order they stand.</summary>
public static class JsonAssert
{
    /// <summary>Two things read the same when written as JSON. The failure lists where they differ, by paths.</summary>
    /// <param name="expected">What was to come.</param>
    /// <param name="actual">What came.</param>
    /// <param name="message">What was expected of whom.</param>
    public static void AreSame<T>(T expected, T actual, string message = "Not the same.")
    {
        var (left, right) = (JsonSerializer.SerializeToNode(expected, Json.Strict), JsonSerializer.SerializeToNode(actual, Json.Strict));
        var differences = JsonDifference.Of(left, right).ToList();
        if (differences.Count > 0)
        {
            throw new AssertFailedException(string.Join(Environment.NewLine, differences.Prepend(message)));
        }
    }
}
