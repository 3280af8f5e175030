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

    private readonly Schedule _schedule = new(trials, ControlsOf(recording));
    private readonly string _plan = Path.Combine(request.Reports, "plan.txt");

    /// <summary>Goes on until all are judged, or the time is up.</summary>
    public async Task RunAsync(DateTimeOffset end, CancellationToken cancel)
    {
        for (var number = 1; DateTimeOffset.UtcNow < end && _schedule.Next() is { } round; number++)
        {
            var broken = _schedule.Note(round, await RunAsync(round, cancel));
            var doubt = broken == 0 ? "" : $"; {broken} tests without a mutant failed: its failures count for nothing";
            say(
                $"Round {number}: {round.Pairs.Count} tests with {round.Pairs.Values.Distinct().Count()} mutants; "
                    + $"{_schedule.Killed} killed, {_schedule.Open} to go{doubt}"
            );
        }
    }

    private static HashSet<string> ControlsOf(Recording recording) =>
        [.. recording.Tests.Keys.Order(StringComparer.Ordinal).Where((_, index) => index % OneInSo == 0)];

    private async Task<IReadOnlyDictionary<string, TestResult>> RunAsync(Round round, CancellationToken cancel)
    {
        MutationPlan.Write(_plan, round.Plan);
        // Anew each time: what a mutant has broken for good goes with it.
        await using (await Fleet.StartAsync(request.Launch, (MutationPlan.ReachVariable, null), cancel))
        {
            var results = await Task.WhenAll(recording.Projects.Select(project => project.RunAsync(_plan, cancel)));
            return results.SelectMany(each => each).DistinctBy(Recording.KeyOf).ToDictionary(Recording.KeyOf);
        }
    }
}
