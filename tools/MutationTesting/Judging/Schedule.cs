using ServiceHost.Client.Results;

namespace MutationTesting.Judging;

/// <summary>Which rounds there are, and what their outcomes say.</summary>
/// <param name="trials">The mutants that tests reach.</param>
/// <param name="controls">Tests that run without a mutant where they can.</param>
internal sealed class Schedule(IReadOnlyList<Trial> trials, IReadOnlySet<string> controls)
{
    // Twice among those of a round in which a control failed: it is judged alone from then on.
    private const int Suspicious = 2;

    private int _width = int.MaxValue;

    public int Killed => trials.Count(trial => trial.KilledBy is not null);

    public int Open => trials.Count(trial => trial.Untried.Any());

    /// <summary>The next round; null when every mutant is judged.</summary>
    public Round? Next()
    {
        var open = trials.Where(trial => trial.Untried.Any()).ToList();
        var together = open.Where(trial => trial.UnsoundRounds < Suspicious && !Invasive.Is(trial.Mutant)).ToList();
        return together.Count > 0 ? Round.Of(together, _width, controls)
            : open.Count > 0 ? Round.Of(open, 1, controls)
            : null;
    }

    /// <summary>Takes note of what a round came to.</summary>
    /// <param name="round">The round.</param>
    /// <param name="outcomes">Test → how it ended; nothing of one that came to no end.</param>
    /// <returns>How many controls failed.</returns>
    public int Note(Round round, IReadOnlyDictionary<string, TestResult> outcomes)
    {
        var broken = round.Controls.Count(test => outcomes.GetValueOrDefault(test)?.Outcome == "failed");
        var mutants = round.Pairs.Values.Distinct().Count();
        var isSound = broken == 0 || mutants == 1;
        foreach (var (test, trial) in round.Pairs.Where(pair => pair.Value.KilledBy is null))
        {
            NoteOne(trial, test, outcomes.GetValueOrDefault(test), isSound);
        }

        _width = isSound ? (int)Math.Min(int.MaxValue, _width * 2L) : Math.Max(1, Math.Min(_width, mutants) / 4);
        return broken;
    }

    private static void NoteOne(Trial trial, string test, TestResult? result, bool isSound)
    {
        if (result?.Outcome is "passed" or "skipped")
        {
            trial.PassOver(test);
        }
        else if (isSound)
        {
            trial.Kill(test, result?.Message); // no outcome at all: it hung, or ended the test process
        }
        else
        {
            trial.Suspect();
        }
    }
}
