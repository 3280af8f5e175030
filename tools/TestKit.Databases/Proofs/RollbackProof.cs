using IntegrationSuite.Migrations;
using IntegrationSuite.Migrations.Files;
using IntegrationSuite.Migrations.Running;
using IntegrationSuite.Migrations.Sql;

namespace IntegrationSuite.TestKit.Databases.Proofs;

/// <summary>A failing statement leaves the version before intact, a row that says so, and a next run that succeeds.</summary>
internal static class RollbackProof
{
    public static async Task<string> FaultAsync(MigrationTrial trial, MigrationFile file)
    {
        var database = await trial.AtAsync(trial.Before(file));
        await FailAsync(trial, file, database);

        var rows = await database.Source.ListAsync<bool>($"SELECT success FROM changelog WHERE version = '{file.Version}'", trial.Cancel);
        var entry = rows is [false]
            ? ""
            : $"The changelog has {rows.Count} rows of version {file.Version} instead of one with success = false.";
        var left = !file.IsTransactionEnabled
            ? ""
            : MigrationTrial.Difference(
                await trial.CatalogueAt(trial.Before(file)),
                await trial.CatalogueOf(database),
                $"After {file.Version} failed"
            );
        await trial.UpAsync(database, file.Version);
        return entry
            + left
            + MigrationTrial.Difference(
                await trial.CatalogueAt(file.Version),
                await trial.CatalogueOf(database),
                $"After {file.Version} failed and ran again"
            );
    }

    private static async Task FailAsync(MigrationTrial trial, MigrationFile file, TestDatabase database)
    {
        using var broken = FolderCopy.Of(trial.Folder);
        broken.Replace(file, Broken(file));
        try
        {
            await new Migrator(database.Url, broken.Read()).UpAsync(file.Version, trial.Cancel);
        }
        catch (MigrationException e) when (e.Problems is [{ Code: MigrationCodes.StatementFailed }])
        {
            return;
        }

        throw new InvalidOperationException($"{file.Name} was made to fail, and did not.");
    }

    /// <summary>In a transaction it fails after its first statement; outside of one, after its last: the worst that a second try can meet.</summary>
    private static string Broken(MigrationFile file)
    {
        var statements = SqlSplitter.Split(file.Sql);
        return Interruption.Before(
            file,
            statements,
            !file.IsTransactionEnabled ? statements.Count : Math.Min(1, statements.Count),
            "SELECT 1 / 0"
        );
    }
}
