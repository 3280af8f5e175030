using System.Collections.Concurrent;
using IntegrationSuite.TestKit.Instances;

namespace Workflows.ServiceAway;

/// <summary>A service answers, but wrongly.</summary>
[TestClass]
public sealed class FaultyNeighbourTests : WorkflowTest
{
    // One instance of each caller for all these tests, and one in the place of each service that is called: whose fault a test meets goes by its trace.
    private static readonly Dictionary<string, FaultyNeighbour> s_neighbours = [];
    private static readonly ConcurrentDictionary<string, Lazy<Task<ServiceInstance>>> s_callers = new();

    public static IEnumerable<(string Call, Fault Fault)> Cases =>
        ServiceCall.All.SelectMany(call => Enum.GetValues<Fault>().Select(fault => (call.ToString(), fault)));

    /// <summary>Where a request asks more than once: the second time, the third, each way to fail that is no matter of time.</summary>
    public static IEnumerable<(string Call, int Time, Fault Fault)> LaterCases =>
        from call in ServiceCall.All
        from time in Enumerable.Range(2, call.Times - 1)
        from fault in new[] { Fault.Failing, Fault.Refusing, Fault.OtherJson, Fault.CutOff }
        select (call.ToString(), time, fault);

    [ClassInitialize]
    public static void BeginClass(TestContext context)
    {
        foreach (var callee in ServiceCall.All.Select(call => call.Callee).Distinct())
        {
            s_neighbours[callee] = FaultyNeighbour.Start(callee);
        }
    }

    [ClassCleanup]
    public static async Task EndClassAsync()
    {
        foreach (var caller in s_callers.Values.Where(caller => caller.IsValueCreated && caller.Value.IsCompletedSuccessfully))
        {
            await (await caller.Value).DisposeAsync();
        }

        foreach (var neighbour in s_neighbours.Values)
        {
            await neighbour.DisposeAsync();
        }
    }

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public async Task A_caller_whose_neighbour_answers_wrongly_says_so_in_time_and_writes_nothing(string call, Fault fault)
    {
        var (caller, callee) = (ServiceCall.Find(call).Caller, ServiceCall.Find(call).Callee);
        Step("the data is made, with all services well");
        var attempt = await ServiceCall.Find(call).PrepareAsync(Services);
        var asker = await CallerAsync(caller);

        Step($"the neighbour {callee} is {fault}");
        s_neighbours[callee].Answer(TraceId, fault);
        var problem = await attempt.ExpectUnavailableAsync(Client(asker), callee);
        Assert.AreEqual(
            fault is Fault.Silent or Fault.Stalled,
            problem.Detail.Contains("within 5 s", StringComparison.Ordinal),
            problem.Detail
        );
        Assert.AreEqual(
            fault is Fault.Failing,
            problem.Detail.Contains("failed with status 500", StringComparison.Ordinal),
            problem.Detail
        );
    }

    [TestMethod]
    [DynamicData(nameof(LaterCases))]
    public async Task A_caller_whose_neighbour_answers_well_at_first_and_then_wrongly_says_so_and_writes_nothing(
        string call,
        int time,
        Fault fault
    )
    {
        var (caller, callee) = (ServiceCall.Find(call).Caller, ServiceCall.Find(call).Callee);
        Step("the data is made, with all services well");
        var attempt = await ServiceCall.Find(call).PrepareAsync(Services);
        var asker = await CallerAsync(caller);

        Step($"the neighbour {callee} is {fault} when it is asked the {time}. time");
        s_neighbours[callee].Answer(TraceId, fault, from: time);

        await attempt.ExpectUnavailableAsync(Client(asker), callee);
    }

    private static Task<ServiceInstance> CallerAsync(string caller) =>
        s_callers
            .GetOrAdd(
                caller,
                _ =>
                    new(() =>
                        ServiceInstance.StartAsync(
                            caller,
                            CancellationToken.None,
                            ServiceCall
                                .All.Where(call => call.Caller == caller)
                                .Select(call => call.Callee)
                                .Distinct()
                                .ToDictionary(callee => callee, callee => s_neighbours[callee].Url)
                        )
                    )
            )
            .Value;
}
