using IntegrationSuite.ServiceHost.Client;
using Microsoft.Build.Framework;

namespace IntegrationSuite.Tasks.Services;

/// <summary>Gives the build's lease back and waits until everything has stopped; or stops services that were left running.</summary>
public sealed class StopServices : LaunchTask
{
    /// <summary>Stop whatever runs, whoever holds it: the target <c>StopServices</c>.</summary>
    public bool Force { get; set; }

    /// <inheritdoc />
    protected override void Run()
    {
        var options = Options(keepRunning: false);
        if (Force)
        {
            SupervisorRequests.StopAsync(options, ControlVerb.Stop, "StopServices", Show, CancellationToken.None).GetAwaiter().GetResult();
        }
        else if (BuildEngine4.UnregisterTaskObject(BuildLease.Key(options), RegisteredTaskObjectLifetime.Build) is BuildLease lease)
        {
            var errors = lease.Release();
            lease.Faults.Concat(errors).Distinct().ToList().ForEach(Report);
        }
    }

    private void Show(RunEvent e)
    {
        if (e is { Kind: RunEventKind.ServiceKilled or RunEventKind.StopFailed, Error: { } error })
        {
            Report(error);
        }
    }
}
