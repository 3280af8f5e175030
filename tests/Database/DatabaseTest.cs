using Microsoft.VisualStudio.TestTools.UnitTesting;
using Migrations.Files;
using Migrations.Running;
using TestKit.Databases;
using TestKit.Databases.Seeding;

namespace Database;

/// <summary>A test of a service's migrations, on databases of its own.</summary>
[TestClass]
public abstract class DatabaseTest
{
    private const int RowsPerTable = 6;

    private readonly List<TestDatabase> _databases = [];

    /// <summary>Set by MSTest.</summary>
    public required TestContext TestContext { get; set; }

    /// <summary>Ends with the test.</summary>
    protected CancellationToken Cancel => TestContext.CancellationToken;

    /// <summary>Drops the test's databases.</summary>
    [TestCleanup]
    public async Task DropDatabasesAsync()
    {
        foreach (var database in _databases)
        {
            await database.DisposeAsync();
        }
    }

    /// <summary>A database with nothing in it.</summary>
    protected async Task<TestDatabase> EmptyAsync() => Kept(await TestDatabase.CreateEmptyAsync(Cancel));

    /// <summary>A database with a service's schema at a version; null is the newest.</summary>
    protected async Task<TestDatabase> AtAsync(string service, MigrationVersion? version) =>
        version == MigrationVersion.Zero ? await EmptyAsync() : Kept(await TestDatabase.CreateAsync(MigrationCases.FolderOf(service), version, Cancel));

    /// <summary>The same, with rows in every table.</summary>
    protected async Task<TestDatabase> SeededAsync(string service, MigrationVersion? version)
    {
        var folder = MigrationCases.FolderOf(service);
        var database = await AtAsync(service, version);
        if (folder.SeedOf(version ?? folder.Versioned[^1].Version!) is { } seed)
        {
            await database.Source.ExecuteAsync(seed, Cancel);
        }

        await new Seeder(database.Source).FillAsync(RowsPerTable, Cancel);
        return database;
    }

    /// <summary>A runner of a service's migrations.</summary>
    protected static Migrator MigratorOf(TestDatabase database, string service) => new(database.Url, MigrationCases.FolderOf(service));

    /// <summary>The catalogue of a database as it is now.</summary>
    protected Task<Catalogue> CatalogueOf(TestDatabase database) => Catalogue.ReadAsync(database.Source, Cancel);

    /// <summary>Two catalogues hold the same; the failure shows what differs.</summary>
    protected static void AssertSame(Catalogue expected, Catalogue actual, string message)
    {
        var difference = Catalogue.Difference(expected, actual);
        Assert.AreEqual("", difference, $"{message} (- expected and missing, + not expected):{Environment.NewLine}{difference}{Environment.NewLine}");
    }

    /// <summary>A version by its label.</summary>
    protected static MigrationVersion Version(string label) =>
        MigrationVersion.TryParse(label, out var version) ? version : throw new ArgumentException($"'{label}' is no version.", nameof(label));

    private TestDatabase Kept(TestDatabase database)
    {
        _databases.Add(database);
        return database;
    }
}
