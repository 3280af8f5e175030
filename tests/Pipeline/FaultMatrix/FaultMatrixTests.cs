using System.Reflection;
using Pipeline.Containers;
using Pipeline.FaultMatrix.Chains;
using Pipeline.Systems;

namespace Pipeline.FaultMatrix;

/// <summary>Nothing is left behind, whatever happens to <c>servicehost run</c> and when. An ordinary run takes a sample; <c>dotnet build -t:FaultMatrix</c> runs every cell.</summary>
[TestClass]
public sealed class FaultMatrixTests : SystemTest
{
    private const int SampleSize = 6;
    private const int RootSampleSize = 2;
    private const int ContainerSampleSize = 2;

    public static IEnumerable<object[]> Chosen => Choose(cell => !cell.What.NeedsRoot && !cell.What.NeedsEngine, SampleSize);

    public static IEnumerable<object[]> ChosenOfRoot => Choose(cell => cell.What.NeedsRoot, RootSampleSize);

    public static IEnumerable<object[]> ChosenOfContainers => Choose(cell => cell.What.NeedsEngine, ContainerSampleSize);

    public static string NameOf(MethodInfo _, object[] cell) => $"Nothing is left after {RunCells.All[(int)cell[0]]}";

    [TestMethod]
    [DynamicData(nameof(Chosen), DynamicDataDisplayName = nameof(NameOf))]
    public async Task Nothing_is_left(int number)
    {
        var cell = RunCells.All[number];
        var system = SystemOf(cell.Quick, cell.Slow);
        var stranger = await StrangerAsync();
        await Seed.TellAsync(cell, system, () => CellRun.RunAsync(cell, new RunChain(system), Seed.For(number)));
        stranger.AssertAlive();
    }

    [TestMethod]
    [TestCategory("Root")]
    [DynamicData(nameof(ChosenOfRoot), DynamicDataDisplayName = nameof(NameOf))]
    public Task Nothing_is_left_of_what_takes_root(int number)
    {
        Mount.RequireRoot();
        return Nothing_is_left(number);
    }

    [TestMethod]
    [DynamicData(nameof(ChosenOfContainers), DynamicDataDisplayName = nameof(NameOf))]
    public async Task Nothing_is_left_of_what_runs_in_a_container(int number)
    {
        await TestEngine.RequireAsync();
        await Nothing_is_left(number);
    }

    [TestMethod]
    public void The_matrix_has_at_least_120_cells() => Assert.IsGreaterThanOrEqualTo(120, RunCells.All.Count);

    private static IEnumerable<object[]> Choose(Predicate<Cell> may, int sample) =>
        Seed.Choose(RunCells.All, may, sample).Select(number => new object[] { number });
}
