using Pipeline.FaultMatrix.Chains;
using Pipeline.Systems;

namespace Pipeline.FaultMatrix;

/// <summary>Runs a cell: the deed at its moment, and the proof of the end.</summary>
internal static class CellRun
{
    private const int LongestDelay = 200;

    /// <summary>Runs it.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="chain">What runs the tests.</param>
    /// <param name="random">The exact moment within the phase.</param>
    public static async Task RunAsync(Cell cell, IToolChain chain, Random random)
    {
        if (cell.What.NeedsRoot)
        {
            Mount.RequireRoot(); // before anything is started, which would go on
        }

        using var trial = new Trial(cell, chain);
        trial.Write();
        await cell.What.PrepareAsync(trial);
        await DoAsync(cell, trial, random.Next(LongestDelay));
        await ProveEndAsync(cell, chain, trial);
        await cell.What.MendAsync(trial);
        await trial.NextRunPassesAsync();
        await trial.System.AssertNothingLeftAsync();
        LeftoverSearch.AssertNoFiles(trial.System);
    }

    private static async Task DoAsync(Cell cell, Trial trial, int delay)
    {
        if (cell.When <= Moment.BeforeStart)
        {
            await cell.What.DoAsync(trial);
            trial.Start();
            return;
        }

        trial.Start();
        await trial.ReachMomentAsync();
        await Task.Delay(delay);
        await cell.What.DoAsync(trial);
    }

    private static async Task ProveEndAsync(Cell cell, IToolChain chain, Trial trial)
    {
        var ending = cell.What.Expect(cell.When);
        var result = await trial.EndAsync();
        trial.DismissStrangers();
        if (!cell.What.LeavesUntilNextStart)
        {
            await trial.System.AssertNothingLeftAsync();
        }

        ending.Check(result, chain.WhenPassed, chain.SlowTitle, exitCodeTells: !(chain.HidesSigterm && cell.What.TerminatesStarter));
        Assert.IsFalse(ending.Passes == false && chain.ClaimsPass, $"The verdict says passed: {result}");
        await cell.What.CheckAsync(trial);
    }
}
