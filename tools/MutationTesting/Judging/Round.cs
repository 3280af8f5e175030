using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.MutationTesting.Judging;

/// <summary>Which test runs with which mutant, all at the same time.</summary>
/// <param name="Pairs">Test → the trial of its mutant.</param>
/// <param name="Controls">Tests that run without one: when one of them fails, a mutant has harmed more than its own test, and no failure tells anything.</param>
internal sealed record Round(IReadOnlyDictionary<string, Trial> Pairs, IReadOnlySet<string> Controls)
{
    // As many mutants as there are take one test each, since half of them fall to it; the last few take several at once.
    private const int Size = 1500;
    private const int MostTestsOfOne = 10;

    /// <summary>As <see cref="MutationPlan.Write"/> takes it.</summary>
    public IReadOnlyDictionary<string, string> Plan =>
        Pairs
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Mutant.Name))
            .Concat(Controls.Select(test => KeyValuePair.Create(test, MutationPlan.Control)))
            .ToDictionary();

    /// <summary>Gives each mutant its next best test; first those that have fewest.</summary>
    /// <param name="open">The mutants that are not judged yet.</param>
    /// <param name="width">At most so many of them.</param>
    /// <param name="controls">Tests that are to run without a mutant.</param>
    public static Round Of(IEnumerable<Trial> open, int width, IReadOnlySet<string> controls)
    {
        var chosen = open.OrderBy(trial => trial.Untried.Count()).Take(width).ToList();
        var pairs = new Dictionary<string, Trial>();
        for (var turn = 0; turn < Math.Clamp(Size / Math.Max(1, chosen.Count), 1, MostTestsOfOne); turn++)
        {
            foreach (var trial in chosen)
            {
                if (trial.Untried.FirstOrDefault(test => !pairs.ContainsKey(test) && !controls.Contains(test)) is { } test)
                {
                    pairs[test] = trial;
                }
            }
        }

        return new Round(pairs, controls);
    }
}
