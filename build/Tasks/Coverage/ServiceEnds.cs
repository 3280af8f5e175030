using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.Tasks.Coverage;

/// <summary>How the services of a run ended: one that was killed has lost what it had counted.</summary>
internal sealed class ServiceEnds(RunState? run)
{
    /// <summary>128 and the signal's number: how a program without a handler of its own ends when it is asked to stop.</summary>
    public const int BySigterm = 143;

    /// <summary>When the run began: what is older is not of it.</summary>
    public DateTimeOffset RunBegan => run?.StartedAt ?? DateTimeOffset.MaxValue;

    /// <summary>Why its figures are not the whole truth; null when they may be.</summary>
    /// <param name="service">Its name.</param>
    /// <param name="orderly">The exit codes with which it has written what it had counted; null when another sign says that.</param>
    public string? WhyIncomplete(string service, params int[]? orderly) =>
        run?.Services.FirstOrDefault(s => s.Name == service) switch
        {
            null => "the run's state file does not tell how it ended",
            { Exit: null } => "it was never seen to end",
            { Exit.Forced: true } => "it was killed by force, and what it had covered is lost",
            { Exit: { } exit } when orderly?.Contains(exit.Code) == false =>
                $"it ended with exit code {exit.Code}, and what it had covered may be lost",
            _ => null,
        };
}
