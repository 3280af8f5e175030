namespace Workflows.ServiceAway;

/// <summary>A service is stopped while others need it, and comes back.</summary>
[TestClass]
public sealed class StoppedNeighbourTests : WorkflowTest
{
    public static IEnumerable<(string Caller, string Callee)> Pairs => ServiceCall.All.Select(call => (call.Caller, call.Callee)).Distinct();

    [TestMethod]
    [DynamicData(nameof(Pairs))]
    public async Task A_caller_whose_neighbour_is_stopped_names_it_writes_nothing_and_goes_on_once_it_is_back(string caller, string callee)
    {
        Step($"{callee}, and {caller} that calls it, are started a second time");
        var neighbour = await StartInstanceAsync(callee);
        var asker = Client(await StartInstanceAsync(caller, (callee, neighbour.Url)));
        var attempts = new List<Attempt>();
        foreach (var call in ServiceCall.All.Where(call => (call.Caller, call.Callee) == (caller, callee)))
        {
            attempts.Add(await call.PrepareAsync(Services));
        }

        Step($"{callee} is stopped");
        await neighbour.StopAsync(Cancel);
        foreach (var attempt in attempts)
        {
            await attempt.ExpectUnavailableAsync(asker, callee);
        }

        Step($"{callee} is started again");
        await neighbour.StartAgainAsync(Cancel);
        foreach (var attempt in attempts)
        {
            await attempt.ExpectSuccessAsync(asker);
        }
    }
}
