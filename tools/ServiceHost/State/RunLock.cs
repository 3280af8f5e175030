using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Storage;

namespace IntegrationSuite.ServiceHost.State;

/// <summary>Makes a supervisor the only one of its run directory. The kernel gives the lock back when the process ends, however it ends.</summary>
internal sealed class RunLock : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);
    private readonly FileStream _file;

    private RunLock(FileStream file) => _file = file;

    /// <summary>Takes the lock.</summary>
    /// <exception cref="SuiteException">Another supervisor has it, or the folder can't be written.</exception>
    public static RunLock Take(LaunchOptions options)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (TryTake(options) is { } taken)
            {
                return taken;
            }
            var holder = RunState.TryRead(options.StateFile);
            if (holder?.SupervisorLives() == true || TimeProvider.System.GetElapsedTime(started) > s_patience)
            {
                throw new SuiteException(AlreadyRunning(options, holder));
            }
            Thread.Sleep(10); // its holder just ends (a watchdog at work), or has just begun and not yet told its state
        }
    }

    /// <summary>Takes the lock if nobody has it.</summary>
    /// <exception cref="SuiteException">The folder is not safe, or can't be written.</exception>
    public static RunLock? TryTake(LaunchOptions options)
    {
        RunFolder.Open(options);
        return TryTake(options.RunDirectory);
    }

    /// <summary>The same in a folder that was opened before.</summary>
    /// <exception cref="SuiteException">The folder can't be written.</exception>
    public static RunLock? TryTake(string runDirectory)
    {
        try
        {
            return new RunLock(
                new FileStream(
                    Path.Combine(runDirectory, "lock"),
                    PrivateFolder.File0600(FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)
                )
            );
        }
        catch (IOException e) when (RunLockFile.IsLocked(e))
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SuiteException(
                new SuiteError(ErrorCodes.RunDirectoryUnusable, $"The folder '{runDirectory}' can't be written: {e.Message}")
            );
        }
    }

    public void Dispose() => _file.Dispose();

    private static SuiteError AlreadyRunning(LaunchOptions options, RunState? holder)
    {
        var elsewhere = holder is { IsOfThisSpace: false } ? ", in another container or before this machine was started," : "";
        var who = holder is null
            ? ""
            : $" (process {holder.Supervisor.Pid}{elsewhere} since {holder.StartedAt.ToLocalTime():yyyy-MM-dd HH:mm:ss})";
        return new SuiteError(
            ErrorCodes.AlreadyRunning,
            $"Services already run in '{options.RunDirectory}'{who}. Stop them with: servicehost down --artifacts \"{options.ArtifactsDirectory}\""
        );
    }
}
