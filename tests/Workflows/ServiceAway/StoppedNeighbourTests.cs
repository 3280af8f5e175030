namespace Workflows.ServiceAway;

/// <summary>A service is stopped while others need it, and comes back.</summary>
[TestClass]
public sealed class StoppedNeighbourTests : WorkflowTest
{
    public static IEnumerable<string> Callees => ServiceCall.All.Select(call => call.Callee).Distinct();

    [TestMethod]
    [DynamicData(nameof(Callees))]
    public async Task Callers_of_a_service_that_is_stopped_name_it_write_nothing_and_go_on_once_it_is_back(string callee)
    {
        Step($"{callee}, and those that call it, are started a second time");
        var calls = ServiceCall.All.Where(call => call.Callee == callee).ToList();
        var neighbour = await StartInstanceAsync(callee);
        var callers = await Task.WhenAll(calls.Select(call => call.Caller).Distinct().Select(caller => StartInstanceAsync(caller, (callee, neighbour.Url))));
        var attempts = new List<(HttpClient Caller, Attempt Attempt)>();
        foreach (var call in calls)
        {
            attempts.Add((Client(callers.Single(caller => caller.Service == call.Caller)), await call.PrepareAsync(Services)));
        }

        Step($"{callee} is stopped");
        await neighbour.StopAsync(Cancel);
        foreach (var (caller, attempt) in attempts)
        {
            await attempt.ExpectUnavailableAsync(caller, callee);
        }

        Step($"{callee} is started again");
        await neighbour.StartAgainAsync(Cancel);
        foreach (var (caller, attempt) in attempts)
        {
            await attempt.ExpectSuccessAsync(caller);
        }
    }
}
