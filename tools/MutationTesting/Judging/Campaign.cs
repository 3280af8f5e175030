using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Results;

namespace IntegrationSuite.MutationTesting.Judging;

/// <summary>Judges mutants round by round: in each, every test that has something to try runs once, with a mutant of its own.</summary>
/// <param name="request">What was asked.</param>
/// <param name="recording">What the tests reach.</param>
/// <param name="trials">The mutants that they reach.</param>
/// <param name="say">Told of each round.</param>
internal sealed class Campaign(MutationRequest request, Recording recording, IReadOnlyList<Trial> trials, Action<string> say)
{
    private readonly Schedule _schedule = new(trials, recording.Tests.Keys);
    private readonly string _work = Path.Combine(request.Reports, "work");

    /// <summary>Goes on until all are judged, or the time is up.</summary>
    public async Task RunAsync(DateTimeOffset end, CancellationToken cancel)
    {
        for (var number = 1; DateTimeOffset.UtcNow < end && _schedule.Next() is { } round; number++)
        {
            var isSound = _schedule.Note(round, await RunAsync(round, Path.Combine(_work, $"round{number}"), cancel));
            var doubt = isSound ? "" : "; what ran without a mutant failed too: no failure of this round counts";
            say(
                $"Round {number}: {round.Pairs.Count} tests with {round.Pairs.Values.Distinct().Count()} mutants; "
                    + $"{_schedule.Killed} killed, {_schedule.Open} to go{doubt}"
            );
        }
    }

    private async Task<RoundOutcome> RunAsync(Round round, string on, CancellationToken cancel)
    {
        var plan = Path.Combine(_work, "plan.txt");
        MutationPlan.Write(plan, round.Plan);
        Directory.CreateDirectory(on);
        IReadOnlyList<TestResult>[] results;
        // Anew each time: what a mutant has broken for good goes with it.
        var fleet = await Fleet.StartAsync(request.Launch, (MutationPlan.OnVariable, on), cancel);
        await using (fleet)
        {
            results = await Task.WhenAll(recording.Projects.Select(project => project.RunAsync(plan, cancel)));
        }

        return new RoundOutcome(Recording.ByKey(results.SelectMany(each => each)), Reach.ReadOn(on), fleet.IsWhole);
    }
}
