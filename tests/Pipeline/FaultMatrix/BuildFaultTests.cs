using System.Reflection;
using Pipeline.Builds;
using Pipeline.FaultMatrix.Chains;
using Pipeline.Systems;

namespace Pipeline.FaultMatrix;

/// <summary>The same for <c>dotnet build -t:IntegrationTest</c>. The cells share one solution, so they go one after the other.</summary>
[TestClass]
[DoNotParallelize]
[WholeMatrixOnly]
public sealed class BuildFaultTests : SystemTest
{
    private static readonly Lazy<Consumer> s_consumer = new(() => new Consumer());

    public static IEnumerable<object[]> Chosen =>
        Enumerable.Range(0, Seed.All ? BuildCells.All.Count : 1).Select(number => new object[] { number });

    public static string NameOf(MethodInfo _, object[] cell) =>
        $"Nothing is left of a build with {string.Join(' ', BuildCells.SwitchesOf((int)cell[0]))} after {BuildCells.All[(int)cell[0]]}";

    [ClassCleanup]
    public static async Task Remove()
    {
        if (s_consumer.IsValueCreated)
        {
            await s_consumer.Value.DisposeAsync();
        }
    }

    [TestMethod]
    [DynamicData(nameof(Chosen), DynamicDataDisplayName = nameof(NameOf))]
    public async Task Nothing_is_left_of_a_build(int number)
    {
        var (cell, consumer) = (BuildCells.All[number], s_consumer.Value);
        consumer.Reset();
        var stranger = await StrangerAsync();
        await Seed.TellAsync(
            cell,
            consumer.System,
            () => CellRun.RunAsync(cell, new BuildChain(consumer, BuildCells.SwitchesOf(number)), Seed.For(number))
        );
        stranger.AssertAlive();
    }
}
