using System.Collections.Concurrent;
using EvolveDb.Migration;
using IntegrationSuite.Migrations;
using IntegrationSuite.Migrations.Files;
using IntegrationSuite.Migrations.Running;
using IntegrationSuite.TestKit.Session;
using Npgsql;

namespace IntegrationSuite.TestKit.Databases;

/// <summary>A database server, as tests make databases on it.</summary>
public sealed class TestServer : IAsyncDisposable
{
    private static readonly Lazy<TestServer> s_ofRun = new(CreateOfRun);

    private readonly NpgsqlConnectionStringBuilder _address;
    private readonly NpgsqlDataSource _admin;
    private readonly ConcurrentDictionary<string, Lazy<Task<TestDatabase>>> _templates = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<Catalogue>>> _catalogues = new();
    private readonly Lazy<Task<string>> _mark;

    /// <summary>A server by its address.</summary>
    /// <param name="url">Its <c>postgresql://</c> address.</param>
    /// <param name="marked">A database whose comment all databases get. The suite marks its own with one, by which they are found when the run is dead.</param>
    public TestServer(string url, string? marked = null)
    {
        _address = PostgresAddress.Parse(url);
        _admin = new NpgsqlDataSourceBuilder(
            new NpgsqlConnectionStringBuilder(_address.ConnectionString) { Database = "postgres", MaxPoolSize = 8 }.ConnectionString
        )
            .ConfigureTypeLoading(types => types.EnableTypeLoading(false))
            .Build();
        _mark = new Lazy<Task<string>>(() => ReadMarkAsync(marked ?? ""));
    }

    /// <summary>The run's.</summary>
    public static TestServer OfRun => s_ofRun.Value;

    /// <summary>Drops what the run's has, if a test ever asked for it.</summary>
    internal static ValueTask ReleaseAsync() => s_ofRun.IsValueCreated ? OfRun.DisposeAsync() : ValueTask.CompletedTask;

    /// <summary>A database with nothing in it.</summary>
    public Task<TestDatabase> EmptyAsync(CancellationToken cancel = default) => CopyAsync(template: null, cancel);

    /// <summary>A database with a folder's migrations up to a version.</summary>
    /// <param name="folder">The migrations.</param>
    /// <param name="version">The version; null is the newest, with the repeatables.</param>
    /// <param name="cancel">Calls it off.</param>
    public Task<TestDatabase> MigratedAsync(MigrationFolder folder, MigrationVersion? version, CancellationToken cancel = default) =>
        version == MigrationVersion.MinVersion
            ? EmptyAsync(cancel)
            : PreparedAsync(
                KeyOf(folder, version),
                database => new Migrator(database.Url, folder).UpAsync(version, CancellationToken.None),
                cancel
            );

    /// <summary>The catalogue of such a database; it is read once.</summary>
    public Task<Catalogue> CatalogueAsync(MigrationFolder folder, MigrationVersion? version) =>
        _catalogues.GetOrAdd(KeyOf(folder, version), _ => new Lazy<Task<Catalogue>>(() => ReadCatalogueAsync(folder, version))).Value;

    /// <summary>A copy of a template, which is made for the first that wants it.</summary>
    /// <param name="key">Names the template.</param>
    /// <param name="prepare">Makes it, in an empty database.</param>
    /// <param name="cancel">Calls it off.</param>
    public async Task<TestDatabase> PreparedAsync(string key, Func<TestDatabase, Task> prepare, CancellationToken cancel = default) =>
        await (await _templates.GetOrAdd(key, _ => new Lazy<Task<TestDatabase>>(() => PrepareAsync(prepare))).Value).CloneAsync(cancel);

    /// <summary>Drops the templates and closes its connections.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var template in _templates.Values.Where(template => template.IsValueCreated && template.Value.IsCompletedSuccessfully))
        {
            await (await template.Value).DisposeAsync();
        }

        await _admin.DisposeAsync();
    }

    /// <summary>A copy of a database that nobody is connected to.</summary>
    internal async Task<TestDatabase> CopyAsync(string? template, CancellationToken cancel) =>
        new(this, await CreateAsync(template, cancel));

    /// <summary>Drops a database, whoever is connected to it.</summary>
    internal Task DropAsync(string name, CancellationToken cancel) => DatabaseRemoval.DropAsync(_admin, name, cancel);

    /// <summary>The address of a database.</summary>
    internal string UrlOf(string database) =>
        PostgresAddress.ToUrl(new NpgsqlConnectionStringBuilder(_address.ConnectionString) { Database = database });

    private static TestServer CreateOfRun()
    {
        var server =
            RunningSuite.State.Postgres
            ?? throw new InvalidOperationException("No service of the manifest has a database, so this run has no database server.");
        var own = RunningSuite.State.Services.Select(service => service.DatabaseUrl).OfType<string>().FirstOrDefault();
        return new TestServer(server.Url, own is null ? null : PostgresAddress.Parse(own).Database);
    }

    private async Task<string> CreateAsync(string? template, CancellationToken cancel)
    {
        var name = $"test_{Guid.NewGuid():N}";
        await using var connection = await _admin.OpenConnectionAsync(cancel);
        var strategy = connection.PostgreSqlVersion.Major >= 15 ? " STRATEGY file_copy" : "";
        await ExecuteAsync(connection, $"CREATE DATABASE {name} TEMPLATE {template ?? "template1"}{strategy}", cancel);
        if (await _mark.Value is { Length: > 0 } mark)
        {
            await ExecuteAsync(connection, $"COMMENT ON DATABASE {name} IS '{mark.Replace("'", "''", StringComparison.Ordinal)}'", cancel);
        }

        return name;
    }

    private async Task<TestDatabase> PrepareAsync(Func<TestDatabase, Task> prepare)
    {
        var template = await EmptyAsync();
        await prepare(template);
        return template;
    }

    private async Task<Catalogue> ReadCatalogueAsync(MigrationFolder folder, MigrationVersion? version)
    {
        await using var database = await MigratedAsync(folder, version);
        return await Catalogue.ReadAsync(database.Source);
    }

    /// <summary>What a version of a folder, filled with its values, is known by.</summary>
    internal static string KeyOf(MigrationFolder folder, MigrationVersion? version) =>
        $"{folder.Path}\n{folder.Format.Name}\n{version ?? folder.Versioned.LastOrDefault()?.Version}\n{string.Join('\n', folder.Placeholders.Select(pair => $"{pair.Key}={pair.Value}"))}";

    private async Task<string> ReadMarkAsync(string marked)
    {
        await using var command = _admin.CreateCommand(
            "SELECT coalesce((SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = $1), '')"
        );
        command.Parameters.Add(new NpgsqlParameter { Value = marked });
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
