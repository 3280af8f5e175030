using Microsoft.Build.Framework;
using ServiceHost.Client;

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
            SupervisorClient.StopAsync(options).GetAwaiter().GetResult().ToList().ForEach(Show);
            return;
        }

        if (BuildEngine4.UnregisterTaskObject(BuildLease.Key(options), RegisteredTaskObjectLifetime.Build) is BuildLease lease)
        {
            lease.Deaths.ToList().ForEach(Report);
            lease.Release().ToList().ForEach(Report);
        }
    }

    private void Show(RunEvent e)
    {
        if (e.Error is { } error)
        {
            Report(error);
        }
    }
}
