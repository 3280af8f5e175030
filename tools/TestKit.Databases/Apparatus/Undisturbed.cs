using IntegrationSuite.Migrations.Files;
using IntegrationSuite.TestKit.Databases.Seeding;

namespace IntegrationSuite.TestKit.Databases.Proofs;

/// <summary>What a migration makes of a database when nothing comes between: what a disturbed one must reach.</summary>
internal sealed class Undisturbed
{
    private readonly Catalogue _catalogue;
    private readonly RowSnapshot _rows;
    private readonly IReadOnlyList<string> _volatile;

    private Undisturbed(Catalogue catalogue, RowSnapshot rows, IReadOnlyList<string> volatileTables)
    {
        _catalogue = catalogue;
        _rows = rows;
        _volatile = volatileTables;
    }

    /// <summary>Migrates copies of a database. Two: a table in which they differ holds times or random values, and of it only the number of rows is compared.</summary>
    public static async Task<Undisturbed> RunAsync(MigrationTrial trial, MigrationFile file, TestDatabase start)
    {
        var first = await trial.CloneAsync(start);
        var second = await trial.CloneAsync(start);
        await trial.UpAsync(first, file.Version);
        await trial.UpAsync(second, file.Version);
        var rows = await RowSnapshot.ReadAsync(first.Source, trial.Cancel);
        return new Undisturbed(
            await trial.CatalogueAt(file.Version),
            rows,
            rows.DifferingTables(await RowSnapshot.ReadAsync(second.Source, trial.Cancel))
        );
    }

    /// <summary>What differs in another database.</summary>
    public async Task<IReadOnlyList<string>> FaultsOfAsync(MigrationTrial trial, TestDatabase database)
    {
        var rows = await RowSnapshot.ReadAsync(database.Source, trial.Cancel);
        var others = _rows
            .DifferingTables(rows)
            .Where(table => !_volatile.Contains(table) || _rows.Count(table) != rows.Count(table))
            .Select(table =>
                $"the rows of {table} are others than after an undisturbed run ({_rows.Count(table)} then, {rows.Count(table)} now)"
            );
        var catalogue = MigrationTrial.Difference(_catalogue, await trial.CatalogueOf(database), "");
        return [.. others, .. catalogue.Length == 0 ? Array.Empty<string>() : [catalogue.Trim()]];
    }
}
