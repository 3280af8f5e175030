using IntegrationSuite.Migrations;
using IntegrationSuite.Migrations.Files;
using IntegrationSuite.TestKit.Footprints;
using IntegrationSuite.TestKit.Session;
using Npgsql;

namespace IntegrationSuite.TestKit.Databases;

/// <summary>A database of one test, dropped at its end. It is a copy of a migrated template, so that it costs milliseconds.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly TestServer _server;
    private readonly string _name;

    internal TestDatabase(TestServer server, string name)
    {
        _server = server;
        _name = name;
        Url = server.UrlOf(name);
        Source = new NpgsqlDataSourceBuilder(
            new NpgsqlConnectionStringBuilder(PostgresAddress.Parse(Url).ConnectionString) { MaxPoolSize = 4 }.ConnectionString
        )
            .ConfigureTypeLoading(types => types.EnableTypeLoading(false))
            .Build();
    }

    /// <summary>Its <c>postgresql://</c> address.</summary>
    public string Url { get; }

    /// <summary>Its connections.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>With a service's schema as its migrations make it.</summary>
    /// <param name="service">Its name in the manifest.</param>
    /// <param name="cancel">Calls it off.</param>
    /// <exception cref="InvalidOperationException">There is no such service, or it has no migrations.</exception>
    public static Task<TestDatabase> CreateAsync(string service, CancellationToken cancel = default) =>
        TestServer.OfRun.MigratedAsync(MigrationsOf(service), version: null, cancel);

    /// <summary>The migrations of a service, with the values that its manifest gives to their placeholders.</summary>
    /// <param name="service">Its name in the manifest.</param>
    /// <exception cref="InvalidOperationException">There is no such service, or it has no migrations.</exception>
    /// <exception cref="MigrationException">The folder can't be read.</exception>
    public static MigrationFolder MigrationsOf(string service)
    {
        TestFootprints.Current?.Migrate(service);
        return RunningServices.Find(service) is { Migrations: { } folder, Placeholders: var placeholders, Migrator: var format }
            ? MigrationFolder.Read(folder, placeholders, MigrationFormat.Of(format))
            : throw new InvalidOperationException($"The service '{service}' has no migrations.");
    }

    /// <summary>A copy of this database as it is now.</summary>
    public Task<TestDatabase> CloneAsync(CancellationToken cancel = default)
    {
        Source.Clear(); // PostgreSQL copies no database that somebody is connected to
        return _server.CopyAsync(_name, cancel);
    }

    /// <summary>Drops it.</summary>
    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await _server.DropAsync(_name, CancellationToken.None);
    }
}
