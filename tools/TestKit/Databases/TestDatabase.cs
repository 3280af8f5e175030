using Migrations;
using Migrations.Files;
using Npgsql;

namespace TestKit.Databases;

/// <summary>A database of one test, dropped at its end. It is a copy of a migrated template, so that it costs milliseconds.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _name;

    private TestDatabase(string name)
    {
        _name = name;
        Url = TestServer.UrlOf(name);
        Source = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(PostgresAddress.Parse(Url).ConnectionString) { MaxPoolSize = 4 }.ConnectionString)
            .ConfigureTypeLoading(types => types.EnableTypeLoading(false)).Build();
    }

    /// <summary>Its <c>postgresql://</c> address.</summary>
    public string Url { get; }

    /// <summary>Its connections.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>With a service's schema as its migrations make it.</summary>
    /// <param name="service">Its name in the manifest.</param>
    /// <param name="cancel">Calls it off.</param>
    /// <exception cref="InvalidOperationException">There is no such service, or it has no migrations.</exception>
    public static Task<TestDatabase> CreateAsync(string service, CancellationToken cancel = default)
    {
        var folder = Suite.Service(service).Migrations ?? throw new InvalidOperationException($"The service '{service}' has no migrations.");
        return CreateAsync(MigrationFolder.Read(folder), version: null, cancel);
    }

    /// <summary>With a folder's migrations up to a version.</summary>
    /// <param name="folder">The migrations.</param>
    /// <param name="version">The version; null is the newest, with the repeatables.</param>
    /// <param name="cancel">Calls it off.</param>
    public static async Task<TestDatabase> CreateAsync(MigrationFolder folder, MigrationVersion? version, CancellationToken cancel = default) =>
        new(await TestServer.CreateAsync(await TestServer.TemplateAsync(folder, version), cancel));

    /// <summary>With nothing in it.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(CancellationToken cancel = default) =>
        new(await TestServer.CreateAsync(template: null, cancel));

    /// <summary>Drops the templates that this test process made. Called once, when its last test has ended.</summary>
    public static Task DropTemplatesAsync() => TestServer.DropTemplatesAsync();

    /// <summary>A copy of this database as it is now.</summary>
    public async Task<TestDatabase> CloneAsync(CancellationToken cancel = default)
    {
        Source.Clear(); // PostgreSQL copies no database that somebody is connected to
        return new TestDatabase(await TestServer.CreateAsync(_name, cancel));
    }

    /// <summary>Drops it.</summary>
    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await TestServer.DropAsync(_name, CancellationToken.None);
    }
}
