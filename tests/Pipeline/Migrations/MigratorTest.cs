using EvolveDb.Migration;
using IntegrationSuite.Migrations;
using IntegrationSuite.Migrations.Files;
using IntegrationSuite.Migrations.Running;

namespace Pipeline.Migrations;

/// <summary>A test with a database and a folder of its own.</summary>
public abstract class MigratorTest
{
    private readonly ScratchFolder _folder = new();

    public required TestContext TestContext { get; set; }

    private protected ScratchDatabase Database { get; private set; } = null!;

    /// <summary>The folder as it is now.</summary>
    protected MigrationFolder Folder => MigrationFolder.Read(_folder.Path);

    protected CancellationToken Cancel => TestContext.CancellationToken;

    /// <summary>The changelog's files as <c>type version name success</c>, oldest first: without Evolve's note that it found the schema empty.</summary>
    protected Task<IReadOnlyList<string>> Changelog =>
        Database.ListAsync<string>("SELECT concat_ws(' ', type, version, name, success) FROM changelog WHERE type <> 2 ORDER BY id");

    /// <summary>The user's tables and views.</summary>
    protected Task<IReadOnlyList<string>> Tables =>
        Database.ListAsync<string>(
            "SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v') AND relname <> 'changelog' ORDER BY 1"
        );

    [TestInitialize]
    public async Task CreateAsync() => Database = await ScratchDatabase.CreateAsync();

    [TestCleanup]
    public async Task DropAsync()
    {
        _folder.Dispose();
        await Database.DisposeAsync();
    }

    private protected ScratchFolder Given(string name, string text) => _folder.With(name, text);

    /// <summary>A runner over the folder as it is now.</summary>
    protected Migrator Migrator(MigratorOptions? options = null) => new(Database.Url, Folder, options);

    private protected void Remove(string name) => _folder.Without(name);

    protected Task<MigrationReport> UpAsync(string? target = null) => Migrator().UpAsync(target is null ? null : Version(target), Cancel);

    protected Task<MigrationReport> DownAsync(string to) => Migrator().DownAsync(Version(to), Cancel);

    /// <summary>The one problem that <paramref name="action"/> meets.</summary>
    protected static async Task<MigrationProblem> ProblemOfAsync(Func<Task> action) =>
        (await Assert.ThrowsExactlyAsync<MigrationException>(action)).Problems.Single();

    protected static MigrationVersion Version(string text) =>
        VersionLabel.TryParse(text) ?? throw new ArgumentException(text, nameof(text));
}
