namespace Pipeline.FaultMatrix;

/// <summary>When a deed is done: the phases of a run, in their order.</summary>
internal enum Moment
{
    /// <summary>When its own time comes: a service does it.</summary>
    ItsOwnTime,

    /// <summary>Before the run is started at all.</summary>
    BeforeStart,

    /// <summary>The supervisor runs, and looks for the ports next.</summary>
    BeforePortCheck,
    DatabaseStart,
    Migration,

    /// <summary>One service is healthy, the other not yet.</summary>
    HalfHealthy,
    Tests,
    Shutdown,
}

/// <summary>Several moments, for the tables.</summary>
internal static class Moments
{
    /// <summary>While services run.</summary>
    public static readonly Moment[] Running = [Moment.HalfHealthy, Moment.Tests, Moment.Shutdown];

    /// <summary>While PostgreSQL runs.</summary>
    public static readonly Moment[] SinceMigration = [Moment.Migration, .. Running];

    /// <summary>While there is a run.</summary>
    public static readonly Moment[] Always = [Moment.BeforePortCheck, Moment.DatabaseStart, .. SinceMigration];
}
