using System.Collections.Concurrent;
using EvolveDb.Migration;
using IntegrationSuite.Migrations.Files;
using IntegrationSuite.Migrations.Running;
using IntegrationSuite.TestKit.Databases.Seeding;

namespace IntegrationSuite.TestKit.Databases.Proofs;

/// <summary>A folder of migrations that is put to the proof, on databases that go with it.</summary>
/// <param name="server">Where the databases are made.</param>
/// <param name="folder">The migrations.</param>
/// <param name="cancel">Ends with the test.</param>
public sealed class MigrationTrial(TestServer server, MigrationFolder folder, CancellationToken cancel) : IAsyncDisposable
{
    private const int RowsPerTable = 6;

    private readonly ConcurrentBag<TestDatabase> _databases = [];

    /// <summary>The migrations.</summary>
    public MigrationFolder Folder => folder;

    /// <summary>Calls the proof off.</summary>
    public CancellationToken Cancel => cancel;

    /// <summary>How many rows a large table has.</summary>
    public int LargeTable { get; init; } = 100_000;

    /// <summary>The version before a file's; zero before the first.</summary>
    public MigrationVersion Before(MigrationFile file) =>
        folder.Versioned.TakeWhile(earlier => earlier.Version != file.Version).LastOrDefault()?.Version ?? MigrationVersion.MinVersion;

    /// <summary>The undo file of a file's version, if there is one.</summary>
    public MigrationFile? UndoOf(MigrationFile file) => folder.Undo.FirstOrDefault(undo => undo.Version == file.Version);

    /// <summary>The folder as it was when a version was its newest.</summary>
    public MigrationTrial UpTo(MigrationVersion version) => new(server, folder.UpTo(version), cancel) { LargeTable = LargeTable };

    /// <summary>A database with nothing in it.</summary>
    public async Task<TestDatabase> EmptyAsync() => Kept(await server.EmptyAsync(cancel));

    /// <summary>A database with the schema at a version; null is the newest.</summary>
    public async Task<TestDatabase> AtAsync(MigrationVersion? version) => Kept(await server.MigratedAsync(folder, version, cancel));

    /// <summary>The same, with rows in every table.</summary>
    public async Task<TestDatabase> SeededAsync(MigrationVersion? version) =>
        Kept(await server.PreparedAsync($"{TestServer.KeyOf(folder, version)}\nseeded", database => SeedAsync(database, version), cancel));

    /// <summary>Puts made-up rows into every table that has none.</summary>
    internal Task FillAsync(TestDatabase database) => new Seeder(database.Source).FillAsync(RowsPerTable, CancellationToken.None);

    /// <summary>A copy of a database as it is now.</summary>
    public async Task<TestDatabase> CloneAsync(TestDatabase database) => Kept(await database.CloneAsync(cancel));

    /// <summary>Migrates a database.</summary>
    public Task<MigrationReport> UpAsync(TestDatabase database, MigrationVersion? version = null) =>
        new Migrator(database.Url, folder).UpAsync(version, cancel);

    /// <summary>Takes versions back.</summary>
    public Task DownAsync(TestDatabase database, MigrationVersion to) => new Migrator(database.Url, folder).DownAsync(to, cancel);

    /// <summary>The catalogue of a database as it is now.</summary>
    public Task<Catalogue> CatalogueOf(TestDatabase database) => Catalogue.ReadAsync(database.Source, cancel);

    /// <summary>The catalogue that an undisturbed run to a version makes.</summary>
    public Task<Catalogue> CatalogueAt(MigrationVersion? version) => server.CatalogueAsync(folder, version);

    /// <summary>What differs between two catalogues, as a fault; empty when nothing does.</summary>
    public static string Difference(Catalogue expected, Catalogue actual, string when) =>
        Catalogue.Difference(expected, actual) is { Length: > 0 } difference
            ? $"{when} the catalogue differs (- expected and missing, + not expected):{Environment.NewLine}{difference}"
            : "";

    /// <summary>Drops the databases.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var database in _databases)
        {
            await database.DisposeAsync();
        }
    }

    private async Task SeedAsync(TestDatabase database, MigrationVersion? version)
    {
        if (version != MigrationVersion.MinVersion)
        {
            await new Migrator(database.Url, folder).UpAsync(version, CancellationToken.None);
        }

        if (folder.SeedOf(version ?? folder.Versioned[^1].Version!) is { } seed)
        {
            await database.Source.RunScriptAsync(seed, CancellationToken.None);
        }

        await FillAsync(database);
    }

    private TestDatabase Kept(TestDatabase database)
    {
        _databases.Add(database);
        return database;
    }
}
