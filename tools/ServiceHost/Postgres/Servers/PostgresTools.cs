using IntegrationSuite.ServiceHost.Client.Storage;
using IntegrationSuite.ServiceHost.Postgres.Unix;
using IntegrationSuite.ServiceHost.Processes;
using IntegrationSuite.ServiceHost.Storage;

namespace IntegrationSuite.ServiceHost.Postgres.Servers;

/// <summary>What finding, initialising and starting a server takes.</summary>
/// <param name="Launcher">Starts processes.</param>
/// <param name="User">Who runs the server, when not this process's own user.</param>
/// <param name="Cache">The absolute folder that outlives the run.</param>
/// <param name="LogFolder">The absolute folder of the run's logs.</param>
/// <param name="Environment">What PostgreSQL's programs inherit.</param>
internal sealed record PostgresTools(
    IProcessLauncher Launcher,
    UnprivilegedUser? User,
    string Cache,
    string LogFolder,
    IReadOnlyDictionary<string, string> Environment
)
{
    /// <summary>For a run.</summary>
    public static PostgresTools For(DatabaseServerOptions options, IProcessLauncher launcher)
    {
        var user = UnprivilegedUser.FindIfNeeded();
        var logs = Directory.CreateDirectory(Path.Combine(options.RunDirectory, "logs")).FullName;
        return new PostgresTools(launcher, user, PrivatePaths.Cache(), logs, options.Environment);
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Its exit code.</returns>
    /// <exception cref="LaunchException">It can't be started.</exception>
    public async Task<int> RunAsync(ProcessSpec spec, CancellationToken cancel)
    {
        var process = Launcher.Launch(spec);
        try
        {
            return await process.Exited.WaitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            process.SignalGroup(ProcessSignal.Kill);
            await process.Exited;
            throw;
        }
    }

    /// <summary>The program as the server's user.</summary>
    public ProcessSpec AsServerUser(ProcessSpec spec) => User?.Wrap(spec) ?? spec;
}
