using System.Globalization;
using System.Reflection;
using Pipeline.Systems;

namespace Pipeline.FaultMatrix;

/// <summary>Nothing left behind, whatever is killed and when. An ordinary run takes a sample; <c>FAULT_MATRIX=all</c> (<c>dotnet build -t:FaultMatrix</c>) runs every cell; <c>FAULT_SEED</c> repeats a run.</summary>
[TestClass]
public sealed class FaultMatrixTests : SystemTest
{
    private const int SampleSize = 6;

    private static readonly int s_seed = int.TryParse(Environment.GetEnvironmentVariable("FAULT_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : Random.Shared.Next();

    public static IEnumerable<object[]> Chosen
    {
        get
        {
            var numbers = Enumerable.Range(0, Cells.All.Count).ToArray();
            if (Environment.GetEnvironmentVariable("FAULT_MATRIX") != "all")
            {
                new Random(s_seed).Shuffle(numbers);
                numbers = numbers[..SampleSize];
            }

            return numbers.Order().Select(number => new object[] { number });
        }
    }

    public static string NameOf(MethodInfo _, object[] cell) => $"Nothing is left after {Cells.All[(int)cell[0]]}";

    [TestMethod]
    [DynamicData(nameof(Chosen), DynamicDataDisplayName = nameof(NameOf))]
    public async Task Nothing_is_left(int number)
    {
        var cell = Cells.All[number];
        var system = SystemOf(CellRun.ServicesOf(cell));
        var stranger = await StrangerAsync();
        try
        {
            await new CellRun(cell, system, new Random(s_seed + number)).RunAsync();
        }
        catch (Exception e)
        {
            var events = File.Exists(Path.Combine(system.Options.RunDirectory, "events.jsonl")) ? string.Join(Environment.NewLine, system.Events) : "";
            throw new AssertFailedException($"{cell}. Repeat with FAULT_SEED={s_seed}. {e.Message}{Environment.NewLine}{events}", e);
        }

        stranger.AssertAlive();
    }

    [TestMethod]
    public void The_matrix_has_at_least_120_cells() => Assert.IsGreaterThanOrEqualTo(120, Cells.All.Count);
}
