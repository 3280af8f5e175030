using IntegrationSuite.Migrations.Files;
using IntegrationSuite.Migrations.Running;
using IntegrationSuite.TestKit.Databases.Seeding;

namespace IntegrationSuite.TestKit.Databases.Proofs;

/// <summary>What ran once can be asked for again.</summary>
internal static class RepetitionProof
{
    private const string Changelog = "SELECT c::text FROM changelog c ORDER BY id";

    public static async Task<string> SecondRunAsync(MigrationTrial trial, MigrationFile file)
    {
        var database = await trial.SeededAsync(version: null);
        var catalogue = await trial.CatalogueOf(database);
        var rows = await RowSnapshot.ReadAsync(database.Source, trial.Cancel);
        var changelog = await database.Source.ListAsync<string>(Changelog, trial.Cancel);

        var second = await trial.UpAsync(database);

        var faults = second
            .Steps.Select(step => $"{step.File.Name} ran again")
            .Concat(
                rows.DifferingTables(await RowSnapshot.ReadAsync(database.Source, trial.Cancel))
                    .Select(table => $"the rows of {table} are others")
            )
            .Concat(
                (await database.Source.ListAsync<string>(Changelog, trial.Cancel))
                    .Except(changelog)
                    .Select(row => $"the changelog has a new row {row}")
            )
            .Append(MigrationTrial.Difference(catalogue, await trial.CatalogueOf(database), "After a second run"));
        return string.Join(Environment.NewLine, faults.Where(fault => fault.Length > 0));
    }

    /// <summary>A repeatable runs again when its text changes: over what it made before.</summary>
    public static async Task<string> RepeatablesAsync(MigrationTrial trial, MigrationFile file)
    {
        var database = await trial.AtAsync(version: null);
        using var changed = FolderCopy.Of(trial.Folder);
        foreach (var repeatable in trial.Folder.Repeatable)
        {
            changed.Replace(repeatable, repeatable.Text + "\n-- Another text.\n");
        }

        await new Migrator(database.Url, changed.Read()).UpAsync(cancel: trial.Cancel);

        return MigrationTrial.Difference(
            await trial.CatalogueAt(null),
            await trial.CatalogueOf(database),
            "After the repeatables ran again"
        );
    }
}
