using System.Diagnostics;
using System.Globalization;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Postgres.Private;
using IntegrationSuite.ServiceHost.Postgres.Servers;
using IntegrationSuite.ServiceHost.Postgres.Shared;
using IntegrationSuite.ServiceHost.Processes;
using IntegrationSuite.ServiceHost.Storage;
using Npgsql;

namespace IntegrationSuite.ServiceHost.Postgres.Docker;

/// <summary>A server of the run's own in a container. <c>docker run</c> stays in the foreground: it hands signals on, and removes the container when that ends.</summary>
internal static class DockerServer
{
    private const string PasswordVariable = "POSTGRES_PASSWORD";
    private const string Image = "postgres:18-alpine";

    /// <summary>The image may have to be fetched.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    /// <summary>Starts one, if a Docker engine answers.</summary>
    /// <returns>The server, or why there is none.</returns>
    public static async Task<(IDatabaseServer? Server, string WhyNot)> TryStartAsync(
        PostgresTools tools,
        DatabaseServerOptions options,
        CancellationToken cancel
    )
    {
        var log = Path.Combine(tools.LogFolder, "docker.log");
        try
        {
            var version = Spec(tools, log, "version", "--format", "{{.Server.Version}}");
            return await tools.RunAsync(version, cancel) == 0
                ? (await StartAsync(tools, options, cancel), "")
                : (null, $"it does not answer; see {log}");
        }
        catch (LaunchException)
        {
            return (null, "docker is not on the PATH");
        }
    }

    private static async Task<IDatabaseServer> StartAsync(PostgresTools tools, DatabaseServerOptions options, CancellationToken cancel)
    {
        var log = Path.Combine(tools.LogFolder, "postgres.log");
        var address = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = FreePort.Choose(options),
            Username = ServerSettings.Superuser,
            Password = DatabaseRole.NewPassword(),
            Database = "postgres",
            SslMode = SslMode.Disable,
            Pooling = false,
        };
        // By the environment: other users see command lines.
        var environment = new Dictionary<string, string>(tools.Environment) { [PasswordVariable] = address.Password! };
        var process = tools.Launcher.Launch(
            Spec(tools, log, RunArguments(address, options.RunId)) with
            {
                AbortSignal = ProcessSignal.Interrupt,
                Environment = environment,
            }
        );
        try
        {
            await AnswersAsync(process, address, log, cancel);
            return new PrivateServer(
                process,
                await ServerDatabases.OpenOwnAsync(address, cancel),
                data: null,
                log,
                ProcessSignal.Interrupt
            );
        }
        catch
        {
            process.Signal(ProcessSignal.Interrupt);
            await process.Exited;
            throw;
        }
    }

    private static string[] RunArguments(NpgsqlConnectionStringBuilder address, string runId) =>
        [
            "run",
            "--rm",
            "--name",
            $"servicehost-{RunName.Of(runId)}",
            "--label",
            "servicehost",
            "--publish",
            string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{address.Port}:5432"),
            "--env",
            PasswordVariable,
            "--tmpfs",
            "/var/lib/postgresql",
            Image,
            .. ServerSettings.ContainerArguments,
        ];

    private static ProcessSpec Spec(PostgresTools tools, string log, params string[] arguments) =>
        new("docker", arguments, tools.LogFolder, tools.Environment, log);

    /// <summary>The image starts the server twice; only the second one listens on the network, so the first answer is the right one's.</summary>
    private static async Task AnswersAsync(
        IRunningProcess process,
        NpgsqlConnectionStringBuilder address,
        string log,
        CancellationToken cancel
    )
    {
        var waited = Stopwatch.StartNew();
        await using var source = NpgsqlDataSource.Create(address);
        while (!process.Exited.IsCompleted && waited.Elapsed < s_patience)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancel);
                return;
            }
            catch (NpgsqlException)
            {
                await Task.WhenAny(process.Exited, Task.Delay(100, cancel));
                cancel.ThrowIfCancellationRequested();
            }
        }

        throw new SuiteException(
            new SuiteError(ErrorCodes.PostgresStartFailed, $"PostgreSQL in the container {Image} does not answer.", Log: log)
        );
    }
}
