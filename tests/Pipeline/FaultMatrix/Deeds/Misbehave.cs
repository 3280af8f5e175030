using Pipeline.Systems;

namespace Pipeline.FaultMatrix.Deeds;

/// <summary>A service does by itself what the run must notice.</summary>
/// <param name="mode">What: one of <see cref="Mode"/>.</param>
/// <param name="errors">One of these must be told; none, when the run copes with it.</param>
internal sealed class Misbehave(string mode, params string[] errors) : Deed
{
    /// <summary>Seconds it has to become healthy: long, unless it never will.</summary>
    public double StartTimeout { get; init; } = 120;

    /// <summary>Whether the next run passes with the service as it is.</summary>
    public bool PassesNext { get; init; }

    public IEnumerable<Cell> Cells => [new Cell(this, Moment.ItsOwnTime, mode)];

    public override TestService Shape(TestService slow) => slow with { StartTimeout = StartTimeout };

    public override Task DoAsync(Trial trial) => Task.CompletedTask;

    public override Ending Expect(Moment moment) => errors.Length == 0 ? Ending.Passed : Ending.FailedSaying(errors);

    public override Task MendAsync(Trial trial) => PassesNext ? Task.CompletedTask : trial.MendServiceAsync();

    public override string ToString() => "what a service does";
}
