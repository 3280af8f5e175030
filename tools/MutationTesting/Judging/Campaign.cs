using ServiceHost.Client;
using ServiceHost.Client.Results;

namespace MutationTesting.Judging;

/// <summary>Judges mutants round by round: in each, every test that has something to try runs once, with a mutant of its own.</summary>
/// <param name="request">What was asked.</param>
/// <param name="recording">What the tests reach.</param>
/// <param name="trials">The mutants that they reach.</param>
/// <param name="say">Told of each round.</param>
internal sealed class Campaign(MutationRequest request, Recording recording, IReadOnlyList<Trial> trials, Action<string> say)
{
    private const int OneInSo = 20;

    // Twice found among others when services were unsound: it is judged alone from then on.
    private const int Suspicious = 2;

    private readonly HashSet<string> _controls =
    [
        .. recording.Tests.Keys.Order(StringComparer.Ordinal).Where((_, index) => index % OneInSo == 0),
    ];
    private readonly string _plan = Path.Combine(request.Reports, "plan.txt");
    private int _width = int.MaxValue;
    private int _rounds;

    /// <summary>Goes on until all are judged, or the time is up.</summary>
    /// <returns>Whether all are judged.</returns>
    public async Task<bool> RunAsync(DateTimeOffset end, CancellationToken cancel)
    {
        while (Next() is { } round)
        {
            if (DateTimeOffset.UtcNow > end)
            {
                return false;
            }

            Note(round, await RunAsync(round, cancel));
        }

        return true;
    }

    private Round? Next()
    {
        var open = trials.Where(trial => trial.Untried.Any()).ToList();
        var together = open.Where(trial => trial.UnsoundRounds < Suspicious && !Invasive.Is(trial.Mutant)).ToList();
        // A control that a mutant needs is free for it when all the rest is done.
        return together.Count > 0 ? Round.Of(together, _width, _controls)
            : open.Count > 0 ? Round.Of(open, 1, _controls)
            : null;
    }

    private async Task<IReadOnlyDictionary<string, string>> RunAsync(Round round, CancellationToken cancel)
    {
        MutationPlan.Write(_plan, round.Plan);
        // Anew each time: what a mutant has broken for good goes with it.
        await using (await Fleet.StartAsync(request.Launch, (MutationPlan.ReachVariable, null), cancel))
        {
            var results = await Task.WhenAll(recording.Projects.Select(project => project.RunAsync(_plan, cancel)));
            return results.SelectMany(each => each).DistinctBy(Recording.KeyOf).ToDictionary(Recording.KeyOf, result => result.Outcome);
        }
    }

    private void Note(Round round, IReadOnlyDictionary<string, string> outcomes)
    {
        var broken = round.Controls.Count(test => outcomes.GetValueOrDefault(test) == "failed");
        var suspects = round.Pairs.Values.Distinct().ToList();
        var isSound = broken == 0 || suspects.Count == 1;
        foreach (var (test, trial) in round.Pairs.Where(pair => pair.Value.KilledBy is null))
        {
            NoteOne(trial, test, outcomes.GetValueOrDefault(test), isSound);
        }

        _width = isSound ? (int)Math.Min(int.MaxValue, _width * 2L) : Math.Max(1, Math.Min(_width, suspects.Count) / 4);
        say(
            $"Round {++_rounds}: {round.Pairs.Count} tests with {suspects.Count} mutants; {trials.Count(trial => trial.KilledBy is not null)} killed, "
                + $"{trials.Count(trial => trial.Untried.Any())} to go{(isSound ? "" : $"; {broken} tests without a mutant failed: judged again in smaller rounds")}"
        );
    }

    private static void NoteOne(Trial trial, string test, string? outcome, bool isSound)
    {
        if (outcome is "passed" or "skipped")
        {
            trial.PassOver(test);
        }
        else if (isSound)
        {
            trial.Kill(test); // no result at all: it hung, or ended the test process
        }
        else
        {
            trial.Suspect();
        }
    }
}
