namespace IntegrationSuite.MutationTesting.Judging;

/// <summary>Which rounds there are, and what their outcomes say.</summary>
/// <param name="trials">The mutants that tests reach.</param>
/// <param name="tests">All tests that reach a mutant.</param>
internal sealed class Schedule(IReadOnlyList<Trial> trials, IEnumerable<string> tests)
{
    // Of so many tests one runs without a mutant; in each round another.
    private const int OneInSo = 20;

    private readonly List<string> _tests = [.. tests.Order(StringComparer.Ordinal)];
    private int _width = int.MaxValue;
    private int _rounds;

    public int Killed => trials.Count(trial => trial.KilledBy is not null);

    public int Open => trials.Count(trial => trial.Untried.Any());

    /// <summary>The next round; null when every mutant is judged.</summary>
    public Round? Next()
    {
        var open = trials.Where(trial => trial.Untried.Any()).ToList();
        var together = open.Where(trial => !Invasive.Is(trial.Mutant)).ToList();
        return together.Count > 0 ? RoundOf(together, _width)
            : open.Count > 0 ? RoundOf(open, 1)
            : null;
    }

    /// <summary>Takes note of what a round came to.</summary>
    /// <returns>Whether its failures count: all that ran without a mutant is well.</returns>
    public bool Note(Round round, RoundOutcome outcome)
    {
        _rounds++;
        var mutants = round.Pairs.Values.Distinct().Count();
        var isSound =
            mutants == 1 || outcome.IsSound && round.Controls.All(outcome.IsWell) && round.Pairs.Keys.All(outcome.Results.ContainsKey);
        foreach (var (test, trial) in round.Pairs.Where(pair => pair.Value.KilledBy is null))
        {
            NoteOne(trial, test, outcome, isSound);
        }

        _width = isSound ? (int)Math.Min(int.MaxValue, _width * 2L) : Math.Max(1, Math.Min(_width, mutants) / 4);
        return isSound;
    }

    // When the tests that the rest needs are this round's controls, one mutant has them for itself.
    private Round RoundOf(IReadOnlyList<Trial> open, int width) =>
        Round.Of(open, width, Controls()) is { Pairs.Count: > 0 } round ? round : Round.Of(open, 1, new HashSet<string>());

    private static void NoteOne(Trial trial, string test, RoundOutcome outcome, bool isSound)
    {
        var result = outcome.Results.GetValueOrDefault(test);
        if (result?.Outcome == "passed" && outcome.WereOn.Contains(trial.Mutant.Name))
        {
            trial.PassOver(test);
        }
        else if (outcome.IsWell(test))
        {
            trial.Drop(test);
        }
        else if (isSound)
        {
            trial.Kill(test, result?.Message); // no outcome at all: it hung, or ended the test process
        }
    }

    private HashSet<string> Controls() => [.. _tests.Where((_, index) => index % OneInSo == _rounds % OneInSo)];
}
