using Microsoft.VisualStudio.TestTools.UnitTesting;
using TestKit;

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
        return problem;
    }
}
