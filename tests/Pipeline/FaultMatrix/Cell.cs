using Pipeline.FaultMatrix.Deeds;
using Pipeline.Systems;

namespace Pipeline.FaultMatrix;

/// <summary>One cell: a deed at a moment to a system with a service of this behaviour.</summary>
/// <param name="What">What happens.</param>
/// <param name="When">When.</param>
/// <param name="Mode">How the slow service behaves.</param>
internal sealed record Cell(Deed What, Moment When, string Mode = Mode.Normal)
{
    /// <summary>Where the migrations of the quick service are, beside the manifest.</summary>
    public const string Migrations = "migrations";

    /// <summary>A service that is healthy at once.</summary>
    public TestService Quick =>
        new TestService("quick") with
        {
            Database = WantsDatabase ? "quick" : null,
            Migrations = WantsDatabase ? Migrations : null,
        };

    /// <summary>A service that takes its time at start and stop, and behaves as the cell says.</summary>
    public TestService Slow => What.Shape(SlowOf(Mode));

    /// <summary>The same once it is mended.</summary>
    public static TestService MendedSlow => SlowOf(Systems.Mode.Normal);

    private bool WantsDatabase => When is Moment.DatabaseStart or Moment.Migration || What.WantsDatabase;

    public override string ToString() => $"{What} at {When}{(Mode == Systems.Mode.Normal ? "" : $", a service being {Mode}")}";

    private static TestService SlowOf(string mode) =>
        new("slow", mode)
        {
            StopTimeout = Systems.Mode.IsStubborn(mode) ? 0.5 : 5,
            Env =
            {
                ["START_AFTER"] = "300",
                ["STOP_AFTER"] = "300",
                ["MARK_FILE"] = "crashed",
            },
        };
}
