using Microsoft.Build.Framework;

namespace IntegrationSuite.Tasks.Services;

/// <summary>Starts the services and, unless they are to keep running, holds a lease on them for the length of the build.</summary>
public sealed class StartServices : LaunchTask, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancel = new();

    /// <summary>Leave them running after the build, until <c>StopServices</c>.</summary>
    public bool KeepRunning { get; set; }

    /// <summary>Start them so that each call costs the same from the first on.</summary>
    public bool SteadyCode { get; set; }

    /// <summary>Ctrl+C.</summary>
    public void Cancel() => _cancel.Cancel();

    /// <inheritdoc />
    public void Dispose() => _cancel.Dispose();

    /// <inheritdoc />
    protected override void Run()
    {
        var options = Options(KeepRunning) with { SteadyCode = SteadyCode };
        var lease = BuildLease.Start(options, Say, Report, _cancel.Token);
        if (KeepRunning)
        {
            lease.Release();
        }
        else
        {
            // Disposed also when the build fails; when the build is killed the kernel closes the connection.
            BuildEngine4.RegisterTaskObject(
                BuildLease.Key(options),
                lease,
                RegisteredTaskObjectLifetime.Build,
                allowEarlyCollection: false
            );
        }
    }
}
