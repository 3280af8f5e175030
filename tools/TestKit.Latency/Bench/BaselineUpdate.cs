using System.Text;

namespace IntegrationSuite.TestKit.Latency.Bench;

/// <summary>Takes the baselines afresh, for <c>dotnet build -t:UpdateBaselines</c>: from the run's own start and others beside it.</summary>
/// <param name="path">Where they are.</param>
/// <param name="quiet">Learns what a quiet machine is.</param>
/// <param name="first">The run's own start.</param>
internal sealed class BaselineUpdate(string path, QuietMachine quiet, Start first) : IAsyncDisposable
{
    /// <summary>Where to write them; the target sets it.</summary>
    public const string PathVariable = "UPDATE_BASELINES";

    private readonly Baselines _baselines = Baselines.Read(path);
    private readonly List<Start> _starts = [first, first.Again(), first.Again()];
    private readonly List<string> _moved = [];

    /// <summary>Takes an operation's.</summary>
    public async Task<LatencyJudgement> TakeAsync(LatencyProbe probe, LatencyThreshold threshold, CancellationToken cancel)
    {
        var taken = new List<LatencyMeasurement>();
        foreach (var start in _starts)
        {
            taken.Add(await start.MeasureAsync(probe, threshold, baseline: null, LatencyEffort.Long, cancel));
        }

        if (_baselines.Set(probe, taken.Select(measured => measured.Alone.Ratio)) is { } moved)
        {
            _moved.Add(moved);
        }

        return new LatencyJudgement(taken[0], LatencyVerdict.Held, "taken, not judged");
    }

    /// <summary>Writes them, says what moved, and ends the starts but the first.</summary>
    public async ValueTask DisposeAsync()
    {
        _baselines.Write(path, quiet.Milliseconds);
        await using var output = Console.OpenStandardOutput(); // MSTest keeps Console.Out of tests that pass to itself
        await output.WriteAsync(Encoding.UTF8.GetBytes(string.Join('\n', _moved.Append($"{_moved.Count} baselines moved.\n"))));
        foreach (var start in _starts.Skip(1))
        {
            await start.DisposeAsync();
        }
    }
}
