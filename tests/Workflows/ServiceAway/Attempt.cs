using Clients.Problems;
using IntegrationSuite.TestKit;

namespace Workflows.ServiceAway;

/// <summary>A request that makes its receiver call another service, ready to be sent, also more than once.</summary>
/// <param name="SendAsync">Sends it to an instance of the caller.</param>
/// <param name="Success">The status when all is well.</param>
/// <param name="ExpectNothingWrittenAsync">Fails the test unless all is as it was before.</param>
internal sealed record Attempt(Func<HttpClient, Task<HttpResponseMessage>> SendAsync, int Success, Func<Task> ExpectNothingWrittenAsync)
{
    /// <summary>The caller says which service is away and when to try again, and leaves nothing half-written.</summary>
    public async Task<Problem> ExpectUnavailableAsync(HttpClient caller, string callee)
    {
        using var response = await SendAsync(caller).ExpectAsync(503);
        var problem = await Task.FromResult(response).ExpectProblemAsync(503);
        Assert.AreEqual(callee, problem.Dependency);
        Assert.IsGreaterThan(TimeSpan.Zero, response.Headers.RetryAfter?.Delta ?? TimeSpan.Zero, "It does not say when to try again.");
        await ExpectNothingWrittenAsync();
        return problem;
    }

    /// <summary>The same request is taken.</summary>
    public async Task ExpectSuccessAsync(HttpClient caller) => (await SendAsync(caller).ExpectAsync(Success)).Dispose();
}
