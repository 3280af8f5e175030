using System.Diagnostics;
using System.Net;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Storage;
using IntegrationSuite.ServiceHost.Postgres.Binaries;
using IntegrationSuite.ServiceHost.Postgres.Servers;
using IntegrationSuite.ServiceHost.Postgres.Shared;
using IntegrationSuite.ServiceHost.Processes;
using IntegrationSuite.ServiceHost.Storage;
using Npgsql;

namespace IntegrationSuite.ServiceHost.Postgres.Private;

/// <summary>Starts a private server.</summary>
internal sealed class PrivateServerStart(PostgresTools tools, PostgresBinaries binaries, DatabaseServerOptions options)
{
    /// <summary>A free port may be taken before the server binds it; then another is chosen.</summary>
    private const int PortChoices = 5;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly string _log = Path.Combine(tools.LogFolder, "postgres.log");

    /// <summary>Starts it.</summary>
    /// <exception cref="SuiteException">It does not start.</exception>
    public async Task<IDatabaseServer> RunAsync(CancellationToken cancel)
    {
        await Task.Run(() => DeadRuns.RemoveData(options.RunDirectory), cancel);
        var cluster = await Cluster.GetAsync(tools, binaries, options, cancel);
        var data = await Task.Run(() => DataDirectory.Create(options, cluster, tools.User, cancel), cancel);
        try
        {
            return await LaunchAsync(cluster, data, cancel);
        }
        catch
        {
            data.Dispose();
            throw;
        }
    }

    private async Task<IDatabaseServer> LaunchAsync(Cluster cluster, DataDirectory data, CancellationToken cancel)
    {
        for (var choice = 1; ; choice++)
        {
            var port = FreePort.Choose(options);
            var process = tools.Launcher.Launch(Spec(data.Path, port));
            try
            {
                if (await IsReadyAsync(process, data.Path, cancel))
                {
                    return new PrivateServer(process, await OpenAsync(cluster, port, cancel), data, _log, ProcessSignal.Quit);
                }

                if (options.Port > 0 && PortWasTaken())
                {
                    throw Failed($"could not listen on port {port}, which something else has taken just now. Run again");
                }
                if (choice == PortChoices || !PortWasTaken())
                {
                    throw Failed($"ended with code {await process.Exited} before it was ready");
                }
            }
            catch
            {
                await EndAsync(process);
                throw;
            }
        }
    }

    private static async Task EndAsync(IRunningProcess process)
    {
        process.SignalGroup(ProcessSignal.Kill);
        await process.Exited;
    }

    /// <summary>The server writes its state into the last line of <c>postmaster.pid</c>; <c>pg_ctl</c> goes by that, too.</summary>
    private static bool SaysReady(string data) =>
        PlainFile.TryReadSmall(Path.Combine(data, "postmaster.pid"))?.Split('\n') is [_, _, _, _, _, _, _, var state, ..]
        && state.Trim() == "ready";

    private ProcessSpec Spec(string data, int port) =>
        tools.AsServerUser(
            new ProcessSpec(binaries.Postgres, ServerSettings.Arguments(data, port), data, tools.Environment, _log)
            {
                AbortSignal = ProcessSignal.Quit, // the data is thrown away, and PostgreSQL frees its shared memory also then
            }
        );

    private async Task<bool> IsReadyAsync(IRunningProcess process, string data, CancellationToken cancel)
    {
        var waited = Stopwatch.StartNew();
        while (!process.Exited.IsCompleted)
        {
            if (SaysReady(data))
            {
                return true;
            }

            if (waited.Elapsed > s_patience)
            {
                throw Failed($"is not ready after {s_patience.TotalSeconds} s");
            }

            await Task.WhenAny(process.Exited, Task.Delay(5, cancel));
            cancel.ThrowIfCancellationRequested();
        }

        return false;
    }

    private static Task<ServerDatabases> OpenAsync(Cluster cluster, int port, CancellationToken cancel) =>
        ServerDatabases.OpenOwnAsync(
            new NpgsqlConnectionStringBuilder
            {
                Host = IPAddress.Loopback.ToString(),
                Port = port,
                Username = ServerSettings.Superuser,
                Password = cluster.Password,
                Database = "postgres",
                SslMode = SslMode.Disable,
                Pooling = false,
            },
            cancel
        );

    private bool PortWasTaken() => PlainFile.TryReadSmall(_log)?.Contains("could not bind IPv4 address", StringComparison.Ordinal) == true;

    private SuiteException Failed(string how) =>
        new(new SuiteError(ErrorCodes.PostgresStartFailed, $"The PostgreSQL server {binaries.Postgres} {how}.", Log: _log));
}
