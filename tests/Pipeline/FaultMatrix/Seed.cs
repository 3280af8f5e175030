using System.Globalization;
using Pipeline.Systems;

namespace Pipeline.FaultMatrix;

/// <summary>Where chance comes from, so that a failure can be repeated: <c>FAULT_SEED</c>, or another one each time.</summary>
internal static class Seed
{
    /// <summary>The seed of this run.</summary>
    public static int Value { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("FAULT_SEED"), CultureInfo.InvariantCulture, out var seed)
            ? seed
            : Random.Shared.Next();

    /// <summary>Whether every cell runs, and not a sample: <c>FAULT_MATRIX=all</c>.</summary>
    public static bool All => Environment.GetEnvironmentVariable("FAULT_MATRIX") == "all";

    /// <summary>The chance of one cell, whichever others run.</summary>
    public static Random For(int cell) => new(Value + cell);

    /// <summary>The numbers of the cells that run, of those that may.</summary>
    public static IEnumerable<int> Choose(IReadOnlyList<Cell> cells, Predicate<Cell> may, int sample)
    {
        var numbers = Enumerable.Range(0, cells.Count).Where(number => may(cells[number])).ToArray();
        new Random(Value).Shuffle(numbers);
        return All ? numbers.Order() : numbers.Take(sample).Order();
    }

    /// <summary>Runs a cell; a failure tells the seed and what the run did.</summary>
    public static async Task TellAsync(Cell cell, SmallSystem system, Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (Exception e) when (e is not AssertInconclusiveException)
        {
            throw new AssertFailedException(
                $"{cell}. Repeat with FAULT_SEED={Value}. {e.Message}{Environment.NewLine}{system.EventText}",
                e
            );
        }
    }
}
