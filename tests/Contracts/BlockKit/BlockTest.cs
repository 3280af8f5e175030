using System.Text.Json;
using Clients.BlockKit;
using Clients.Problems;
using IntegrationSuite.TestKit;

namespace Contracts.BlockKit;

/// <summary>A test of a service of blocks: CaseBlock or Signature, which have the same operations under their own paths.</summary>
/// <param name="service">The service's name, which is also its first path segment.</param>
public abstract class BlockTest(string service) : ServiceTest
{
    /// <summary>The service's name.</summary>
    protected string Service => service;

    /// <summary>The service as it answers, for what must be refused.</summary>
    protected HttpClient Http => Client(service);

    /// <summary>Its templates on the good path.</summary>
    protected BlockTemplatesClient Templates => new(Http, $"/{service}/templates", Cancel);

    /// <summary>Two things are equal, member by member.</summary>
    protected static void AssertSame<T>(T expected, T actual) =>
        Assert.AreEqual(JsonSerializer.Serialize(expected, Json.Strict), JsonSerializer.Serialize(actual, Json.Strict));

    /// <summary>Every extracted string stands in the input, whose paragraphs are joined by line breaks.</summary>
    protected static void AssertSubstrings(IEnumerable<string> extracted, IEnumerable<string> paragraphs)
    {
        var text = string.Join('\n', paragraphs);
        foreach (var found in extracted)
        {
            Assert.Contains(found, text, $"'{found}' is no part of the input.");
        }
    }

    /// <summary>Expects a 400 that names the field.</summary>
    protected static async Task ExpectRefusedAsync(Task<HttpResponseMessage> sent, string field)
    {
        var problem = await sent.ExpectProblemAsync(400);
        Assert.IsTrue(
            problem.Errors!.Keys.Any(k => k.StartsWith(field, StringComparison.Ordinal)),
            $"No error of '{field}': {problem.Detail}"
        );
    }
}
