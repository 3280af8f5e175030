using IntegrationSuite.Migrations.Files;
using IntegrationSuite.TestKit.Databases;
using IntegrationSuite.TestKit.Databases.Proofs;
using Pipeline.Postgres;

namespace Pipeline.Migrations.Planted;

[TestClass]
public sealed class PlantedTests
{
    /// <summary>Those that cost most, asked only where they are to find something, and of the sound folder.</summary>
    private static readonly IReadOnlyList<MigrationProof> s_costly =
    [
        MigrationProofs.Killed,
        MigrationProofs.IndexCutShort,
        MigrationProofs.Locks,
        MigrationProofs.Concurrency,
        MigrationProofs.NotNull,
        MigrationProofs.ForeignKeys,
        MigrationProofs.Deletion,
        MigrationProofs.UniqueKeys,
        MigrationProofs.Checks,
    ];

    public required TestContext TestContext { get; set; }

    public static IEnumerable<object[]> Names => All.Select(plant => new object[] { plant.Name });

    private static IEnumerable<Plant> All =>
        [
            .. Plants.InNames,
            .. Plants.InApplied,
            .. Plants.InStatements,
            .. Plants.InUndo,
            .. Plants.InRows,
            .. Plants.InValues,
            .. Plants.InRepetition,
        ];

    [TestMethod]
    [DynamicData(nameof(Names))]
    public async Task A_planted_fault_is_found_by_file_and_rule_and_nothing_else_is(string name)
    {
        var plant = All.Single(plant => plant.Name == name);
        using var folder = new ScratchFolder();
        await using var server = await ServerAsync();

        var found = plant.AfterApplied ? await AfterAppliedAsync(server, plant, folder) : await FreshAsync(server, plant, folder);

        CollectionAssert.AreEquivalent(plant.Found.ToList(), found.ToList(), $"Found: {string.Join("; ", found)}");
    }

    [TestMethod]
    public async Task In_a_sound_folder_nothing_is_found()
    {
        using var folder = new ScratchFolder();
        await using var server = await ServerAsync();
        SoundFolder.WriteTo(folder);

        Assert.IsEmpty(await Inspection.OfFolderAsync(server, folder.Path, MigrationProofs.All, TestContext.CancellationToken));
    }

    /// <summary>Each proof reads the files and many change them: with names that only their values make valid, none may forget these.</summary>
    [TestMethod]
    public async Task In_a_sound_folder_with_placeholders_nothing_is_found()
    {
        using var folder = new ScratchFolder();
        await using var server = await ServerAsync();
        SoundFolder.WriteTo(folder);
        foreach (var path in Directory.EnumerateFiles(folder.Path, "*.sql"))
        {
            folder.With(Path.GetFileName(path), File.ReadAllText(path).Replace("notes", "${a-table}", StringComparison.Ordinal));
        }

        var values = new Dictionary<string, string> { ["a-table"] = "notes" };
        Assert.IsEmpty(await Inspection.OfFolderAsync(server, folder.Path, MigrationProofs.All, TestContext.CancellationToken, values));
    }

    private static async Task<TestServer> ServerAsync() => new((await ScratchServer.Shared).Server.State.Url);

    private Task<IReadOnlyList<(string File, string Rule)>> FreshAsync(TestServer server, Plant plant, ScratchFolder folder)
    {
        SoundFolder.WriteTo(folder, plant);
        var proofs = MigrationProofs.All.Where(proof => !s_costly.Contains(proof) || plant.Found.Any(found => found.Rule == proof.Rule));
        return Inspection.OfFolderAsync(server, folder.Path, proofs, TestContext.CancellationToken);
    }

    private async Task<IReadOnlyList<(string File, string Rule)>> AfterAppliedAsync(TestServer server, Plant plant, ScratchFolder folder)
    {
        SoundFolder.WriteTo(folder);
        await using var database = await server.MigratedAsync(
            MigrationFolder.Read(folder.Path),
            version: null,
            TestContext.CancellationToken
        );
        SoundFolder.WriteTo(folder, plant);
        return await Inspection.AgainstAsync(database.Url, folder.Path, TestContext.CancellationToken);
    }
}
