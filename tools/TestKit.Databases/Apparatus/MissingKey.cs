using IntegrationSuite.Migrations;
using IntegrationSuite.Migrations.Files;
using IntegrationSuite.TestKit.Databases.Seeding;
using Npgsql;
using static IntegrationSuite.TestKit.Databases.TestSql;

namespace IntegrationSuite.TestKit.Databases.Proofs;

/// <summary>A foreign key that an earlier migration leaves out, so that a later one stumbles over rows that should never have been.</summary>
/// <param name="Table">The table, quoted for SQL.</param>
/// <param name="Column">The column that refers to nothing.</param>
/// <param name="Parent">The table that its name says, quoted for SQL.</param>
internal sealed record MissingKey(string Table, string Column, string Parent)
{
    private const string Suffix = "_id";

    /// <summary>Looks for one by trial: with it, and only with it, the migration takes rows that are made up.</summary>
    /// <param name="trial">The folder.</param>
    /// <param name="stumbling">The migration that fails.</param>
    /// <returns>The key, and the file that makes its column; null when no key would help.</returns>
    public static async Task<(MissingKey Key, MigrationFile Maker)?> FindAsync(MigrationTrial trial, MigrationFile stumbling)
    {
        var database = await trial.AtAsync(trial.Before(stumbling));
        var candidates = In(await Schema.ReadAsync(database.Source, trial.Cancel)).ToList();
        if (candidates.Count == 0 || await PassesAsync(trial, stumbling, key: null))
        {
            return null;
        }

        foreach (var key in candidates)
        {
            if (await PassesAsync(trial, stumbling, key))
            {
                return (key, await MakerAsync(trial, key));
            }
        }

        return null;
    }

    /// <summary>Columns that are named after a table and have no key: <c>evidence_id</c> beside <c>evidence</c>, <c>case_id</c> beside <c>cases</c>.</summary>
    private static IEnumerable<MissingKey> In(IReadOnlyList<Table> tables) =>
        from table in tables
        from column in table.Columns
        where column.Name.EndsWith(Suffix, StringComparison.Ordinal)
        where !table.ForeignKeys.Any(key => key.Columns.Contains(column.Name))
        from parent in tables
        where parent != table && BareName(parent).StartsWith(column.Name[..^Suffix.Length], StringComparison.Ordinal)
        select new MissingKey(table.Name, column.Name, parent.Name);

    private static async Task<bool> PassesAsync(MigrationTrial trial, MigrationFile file, MissingKey? key)
    {
        try
        {
            var database = await trial.AtAsync(trial.Before(file));
            if (key is not null)
            {
                var sql = $"ALTER TABLE {key.Table} ADD FOREIGN KEY ({QuoteName(key.Column)}) REFERENCES {key.Parent}";
                await database.Source.ExecuteAsync(sql, trial.Cancel);
            }

            await trial.FillAsync(database);
            await trial.UpAsync(database, file.Version);
            return true;
        }
        catch (Exception e) when (e is MigrationException or PostgresException or InvalidOperationException)
        {
            return false;
        }
    }

    private static async Task<MigrationFile> MakerAsync(MigrationTrial trial, MissingKey key)
    {
        foreach (var file in trial.Folder.Versioned)
        {
            var tables = await Schema.ReadAsync((await trial.AtAsync(file.Version)).Source, trial.Cancel);
            if (tables.Any(table => table.Name == key.Table && table.Columns.Any(column => column.Name == key.Column)))
            {
                return file;
            }
        }

        throw new InvalidOperationException($"No migration makes {key.Table}.{key.Column}.");
    }

    private static string BareName(Table table) => table.Name.Split('.')[^1].Trim('"');
}
