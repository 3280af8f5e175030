using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Processes;
using IntegrationSuite.ServiceHost.State;

namespace IntegrationSuite.ServiceHost.Supervision;

/// <summary>Runs a command that must end with 0: a job, or what must be done before a service starts.</summary>
/// <param name="setup">The run.</param>
/// <param name="entry">The job, or the service.</param>
/// <param name="what">The command in words, to begin a sentence with.</param>
/// <param name="timeout">How long it may take.</param>
internal sealed class OneShot(RunSetup setup, ServiceEntry entry, string what, TimeSpan timeout)
{
    /// <summary>Runs it. Whatever it leaves of its process group is killed: a build server that a build step has started, for one.</summary>
    /// <param name="spec">The command.</param>
    /// <param name="onLaunched">Told its process.</param>
    /// <param name="cancel">Calls it off: then it is stopped as a service is.</param>
    /// <exception cref="SuiteException">It ended with another code, or not in time.</exception>
    /// <exception cref="LaunchException">It can't be started.</exception>
    public async Task RunAsync(ProcessSpec spec, Action<ProcessIdentity> onLaunched, CancellationToken cancel)
    {
        var begin = LogTail.End(spec.LogFile);
        var process = setup.Launcher.Launch(spec);
        onLaunched(process.Identity);
        try
        {
            var code = await process.Exited.WaitAsync(timeout, cancel);
            if (code != 0)
            {
                throw Failed(ErrorCodes.JobFailed, $"ended with {ExitText.Of(code)}, not with 0", spec.LogFile, begin);
            }
        }
        catch (TimeoutException)
        {
            throw Failed(ErrorCodes.JobLate, $"did not end within {timeout.TotalSeconds:0.#} s and was stopped", spec.LogFile, begin);
        }
        finally
        {
            var patience = process.Exited.IsCompleted ? TimeSpan.Zero : setup.StopTimeout(entry);
            await GroupStop.RunAsync(process, patience, CancellationToken.None);
        }
    }

    private SuiteException Failed(string code, string how, string log, long begin) =>
        new(new SuiteError(code, $"{what} {how}. {LogTail.Read(log, begin)}", entry.Name, log));
}
