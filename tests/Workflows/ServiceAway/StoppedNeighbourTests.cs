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
        Step("the data is made, with all services well");
        var attempts = new List<(string Caller, Attempt Attempt)>();
        foreach (var call in ServiceCall.All.Where(call => call.Callee == callee))
        {
            attempts.Add((call.Caller, await call.PrepareAsync(Services)));
        }

        await SecondSystem.UseAsync(
            async system =>
            {
                Step($"{callee} is stopped");
                await system[callee].StopAsync(Cancel);
                foreach (var (caller, attempt) in attempts)
                {
                    await attempt.ExpectUnavailableAsync(Client(system[caller]), callee);
                }

                Step($"{callee} is started again");
                await system[callee].StartAgainAsync(Cancel);
                foreach (var (caller, attempt) in attempts)
                {
                    await attempt.ExpectSuccessAsync(Client(system[caller]));
                }
            },
            Cancel
        );
    }
}
