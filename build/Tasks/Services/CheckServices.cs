using IntegrationSuite.ServiceHost.Client;
using Microsoft.Build.Framework;

namespace IntegrationSuite.Tasks.Services;

/// <summary>Fails when the supervisor that this build started is gone: the next test project would start services of its own, and test something else.</summary>
public sealed class CheckServices : LaunchTask
{
    /// <inheritdoc />
    protected override void Run()
    {
        if (
            BuildEngine4.GetRegisteredTaskObject(BuildLease.Key(Options(keepRunning: false)), RegisteredTaskObjectLifetime.Build)
            is BuildLease { IsLost: true } lease
        )
        {
            throw new SuiteException(lease.Faults);
        }
    }
}
