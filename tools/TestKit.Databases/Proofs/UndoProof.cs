using EvolveDb.Migration;
using IntegrationSuite.Migrations.Files;

namespace IntegrationSuite.TestKit.Databases.Proofs;

/// <summary>What was done can be undone.</summary>
internal static class UndoProof
{
    public static async Task<string> ToNothingAsync(MigrationTrial trial, MigrationFile file)
    {
        var database = await trial.EmptyAsync();

        await trial.UpAsync(database);
        await trial.DownAsync(database, MigrationVersion.MinVersion);

        var entries = await database.Source.ListAsync<string>(
            "SELECT name || ' is still in the changelog' FROM changelog WHERE type IN (0, 4)",
            trial.Cancel
        );
        return MigrationTrial.Difference(
                await trial.CatalogueAt(MigrationVersion.MinVersion),
                await trial.CatalogueOf(database),
                "After the undo of all versions"
            ) + string.Join(Environment.NewLine, entries);
    }

    public static async Task<string> IsExactAsync(MigrationTrial trial, MigrationFile file)
    {
        var database = await trial.AtAsync(trial.Before(file));

        await trial.UpAsync(database, file.Version);
        await trial.DownAsync(database, trial.Before(file));

        return MigrationTrial.Difference(
            WithoutViews(await trial.CatalogueAt(trial.Before(file))),
            WithoutViews(await trial.CatalogueOf(database)),
            $"After the undo of {file.Version}"
        );
    }

    public static async Task<string> RoundTripAsync(MigrationTrial trial, MigrationFile file)
    {
        var database = await trial.AtAsync(file.Version);

        await trial.DownAsync(database, trial.Before(file));
        await trial.UpAsync(database, file.Version);

        return MigrationTrial.Difference(
            await trial.CatalogueAt(file.Version),
            await trial.CatalogueOf(database),
            $"After {file.Version} up, down and up"
        );
    }

    /// <summary>Views come and go with the repeatables, which run with the newest version only.</summary>
    private static Catalogue WithoutViews(Catalogue catalogue)
    {
        var views = catalogue
            .Lines.Where(line => line.StartsWith("view ", StringComparison.Ordinal))
            .Select(line => line.Split(' ')[1])
            .ToList();
        return new Catalogue([
            .. catalogue.Lines.Where(line =>
                !views.Exists(view =>
                    line.Contains($" {view} ", StringComparison.Ordinal) || line.Contains($" {view}.", StringComparison.Ordinal)
                )
            ),
        ]);
    }
}
