using IntegrationSuite.TestKit;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Clients.Problems;

/// <summary>How the reference services refuse.</summary>
public static class ProblemExtensions
{
    /// <summary>Expects an error in full: media type, members, status, trace id.</summary>
    public static async Task<Problem> ExpectProblemAsync(this Task<HttpResponseMessage> sent, int status)
    {
        using var response = await sent.ExpectAsync(status);
        Assert.AreEqual("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.ReadStrictAsync<Problem>();
        Assert.AreEqual(status, problem.Status, "The problem's own status differs from the answer's.");
        Assert.MatchesRegex("^[0-9a-f]{32}$", problem.TraceId);
        Assert.AreEqual(status == 400, problem.Errors is { Count: > 0 }, "A 400, and only a 400, names the fields.");
        AssertSaysWhy(problem);
        return problem;
    }

    private static void AssertSaysWhy(Problem problem)
    {
        Assert.IsFalse(string.IsNullOrWhiteSpace(problem.Title), "The problem has no title.");
        Assert.IsFalse(string.IsNullOrWhiteSpace(problem.Detail), "The problem's detail says nothing.");
        foreach (var (field, messages) in problem.Errors ?? new Dictionary<string, string[]>())
        {
            Assert.IsFalse(string.IsNullOrWhiteSpace(field), "An error is of a field without a name.");
            Assert.IsTrue(messages.Length > 0 && !messages.Any(string.IsNullOrWhiteSpace), $"The error of '{field}' says nothing.");
        }
    }
}
