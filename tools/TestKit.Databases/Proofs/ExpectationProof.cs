using IntegrationSuite.Migrations;
using IntegrationSuite.Migrations.Files;
using IntegrationSuite.Migrations.Running;
using IntegrationSuite.Migrations.Sql;
using Npgsql;

namespace IntegrationSuite.TestKit.Databases.Proofs;

/// <summary>
/// A file that fills or moves rows says what they must be then: by queries beside it, in <c>expect3.sql</c> and <c>expect3.undo.sql</c>,
/// that find the rows that are wrong. They must find none, and some when a statement of the file that moves rows is left out.
/// </summary>
internal static class ExpectationProof
{
    private const int MostShown = 5;

    public static async Task<string> AfterVersionAsync(MigrationTrial trial, MigrationFile file) =>
        await FaultAsync(
            trial,
            file,
            trial.Before(file),
            (database, folder) => new Migrator(database.Url, folder).UpAsync(file.Version, trial.Cancel)
        );

    public static async Task<string> AfterUndoAsync(MigrationTrial trial, MigrationFile file) =>
        trial.UndoOf(file) is { } undo
            ? await FaultAsync(
                trial,
                undo,
                file.Version!,
                (database, folder) => new Migrator(database.Url, folder).DownAsync(trial.Before(file), trial.Cancel)
            )
            : "";

    private static async Task<string> FaultAsync(
        MigrationTrial trial,
        MigrationFile file,
        EvolveDb.Migration.MigrationVersion start,
        Func<TestDatabase, MigrationFolder, Task> run
    )
    {
        var moving = MovingIn(trial, file);
        var name = MigrationFolder.ExpectationNameOf(file);
        if (trial.Folder.ExpectationOf(file) is not { } expectation)
        {
            return moving.Count == 0
                ? ""
                : $"'{FirstLine(moving[0])}' fills or moves rows, and nothing says what they must be then. Write {name} beside it: queries for the rows that are wrong, over rows of seed{start}.sql.";
        }

        var database = await trial.SeededAsync(start);
        await run(database, trial.Folder);
        if (await WrongAsync(trial, database, expectation) is { Length: > 0 } wrong)
        {
            return $"{name}: {wrong}";
        }

        foreach (var statement in moving)
        {
            if (!await IsMissedAsync(trial, file, statement, await trial.SeededAsync(start), run, expectation))
            {
                return $"{name} finds nothing wrong when '{FirstLine(statement)}' is left out. Expect what it does, of rows (seed{start}.sql) that it does it to.";
            }
        }

        return "";
    }

    /// <summary>The first version finds no rows to convert.</summary>
    private static List<SqlStatement> MovingIn(MigrationTrial trial, MigrationFile file) =>
        [
            .. SqlSplitter
                .Split(file.Sql)
                .Where(statement =>
                    statement.MovesRows
                    && (
                        trial.Folder.Versioned[0].Version != file.Version
                        || file.Kind == MigrationKind.Versioned && !statement.Opening.StartsWith("ALTER", StringComparison.Ordinal)
                    )
                ),
        ];

    private static async Task<bool> IsMissedAsync(
        MigrationTrial trial,
        MigrationFile file,
        SqlStatement statement,
        TestDatabase database,
        Func<TestDatabase, MigrationFolder, Task> run,
        string expectation
    )
    {
        using var without = FolderCopy.Of(trial.Folder);
        without.Replace(file, Interruption.Without(file, statement));
        try
        {
            await run(database, without.Read());
        }
        catch (MigrationException)
        {
            return true;
        }

        return await WrongAsync(trial, database, expectation) is { Length: > 0 };
    }

    /// <summary>What the first query that finds anything found; empty when all is as it should be.</summary>
    private static async Task<string> WrongAsync(MigrationTrial trial, TestDatabase database, string expectation)
    {
        var queries = SqlSplitter.Split(expectation);
        foreach (var query in queries)
        {
            try
            {
                var rows = await database.Source.ListAsync<string>(
                    $"SELECT to_jsonb(wrong)::text FROM (\n{query.Text}\n) wrong LIMIT {MostShown}",
                    trial.Cancel
                );
                if (rows.Count > 0)
                {
                    return $"wrong are these rows, or some of them:{Environment.NewLine}{string.Join(Environment.NewLine, rows)}{Environment.NewLine}by{Environment.NewLine}{query.Text}";
                }
            }
            catch (PostgresException e)
            {
                return $"{e.MessageText} ({e.SqlState}) in{Environment.NewLine}{query.Text}";
            }
        }

        return queries.Count == 0 ? "there is no query in it." : "";
    }

    private static string FirstLine(SqlStatement statement) => statement.Text.Split('\n')[0].TrimEnd();
}
