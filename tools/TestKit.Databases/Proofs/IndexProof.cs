using IntegrationSuite.Migrations;
using IntegrationSuite.Migrations.Files;
using IntegrationSuite.Migrations.Sql;
using Npgsql;

namespace IntegrationSuite.TestKit.Databases.Proofs;

/// <summary>An index that is built concurrently stays behind, invalid, when its session dies; the next run must build it again.</summary>
internal static class IndexProof
{
    private const string WaitingSql = "SELECT count(*) FROM pg_locks WHERE NOT granted AND pid = {0}";

    public static async Task<string> FaultAsync(MigrationTrial trial, MigrationFile file)
    {
        var faults = new List<string>();
        var statements = SqlSplitter.Split(file.Sql);
        foreach (var (n, _) in statements.Index().Where(each => IsConcurrent(each.Item)))
        {
            var database = await trial.SeededAsync(trial.Before(file));
            await database.Source.RunScriptAsync(file.Sql[..statements[n].Offset], trial.Cancel);
            await CutShortAsync(database, statements[n].Text, trial.Cancel);
            faults.Add(await FaultOfNextRunAsync(trial, file, database, statements[n].Text));
        }

        return string.Join(Environment.NewLine, faults.Where(fault => fault.Length > 0));
    }

    private static async Task<string> FaultOfNextRunAsync(MigrationTrial trial, MigrationFile file, TestDatabase database, string statement)
    {
        try
        {
            await trial.UpAsync(database, file.Version);
        }
        catch (MigrationException e) when (e.Problems is [{ Code: MigrationCodes.InvalidIndex } problem])
        {
            return $"'{statement}' was cut short and run again: {problem.Message}";
        }

        return MigrationTrial.Difference(
            await trial.CatalogueAt(file.Version),
            await trial.CatalogueOf(database),
            $"'{statement}' was cut short and run again:"
        );
    }

    private static bool IsConcurrent(SqlStatement statement) =>
        statement.Opening is "CREATE INDEX CONCURRENTLY"
        || statement.Opening.StartsWith("CREATE INDEX CONCURRENTLY ", StringComparison.Ordinal)
        || statement.Opening == "CREATE UNIQUE INDEX CONCURRENTLY";

    /// <summary>The build waits at its end for an old snapshot; there its session is ended.</summary>
    private static async Task CutShortAsync(TestDatabase database, string statement, CancellationToken cancel)
    {
        await using var old = await database.Source.OpenConnectionAsync(cancel);
        await ExecuteAsync(old, "BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT FROM pg_class", cancel);
        await using var builder = await database.Source.OpenConnectionAsync(cancel);
        var building = ExecuteAsync(builder, statement, cancel);
        while (
            !building.IsCompleted
            && (
                await database.Source.ListAsync<long>(
                    string.Format(System.Globalization.CultureInfo.InvariantCulture, WaitingSql, builder.ProcessID),
                    cancel
                )
            ).Single() == 0
        )
        {
            await Task.Delay(5, cancel);
        }

        await database.Source.ExecuteAsync($"SELECT pg_terminate_backend({builder.ProcessID})", cancel);
        try
        {
            await building;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.AdminShutdown)
        {
            return;
        }

        throw new InvalidOperationException($"'{statement}' was to be cut short, and came to its end.");
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }
}
