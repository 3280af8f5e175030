using IntegrationSuite.Migrations.Running;
using Npgsql;

namespace IntegrationSuite.TestKit.Databases;

/// <summary>SQL in one line.</summary>
public static class TestSql
{
    /// <summary>Runs SQL, however long it takes.</summary>
    public static async Task ExecuteAsync(this NpgsqlDataSource database, string sql, CancellationToken cancel = default)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Runs a script as a migration's file would be, statement by statement, with the rows of <c>COPY … FROM STDIN</c>.</summary>
    public static async Task RunScriptAsync(this NpgsqlDataSource database, string sql, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await new SplittingConnection(connection, cancel).RunAsync(sql);
    }

    /// <summary>The first column of every row.</summary>
    public static async Task<IReadOnlyList<T>> ListAsync<T>(this NpgsqlDataSource database, string sql, CancellationToken cancel = default)
    {
        var values = new List<T>();
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            values.Add(await reader.GetFieldValueAsync<T>(0, cancel));
        }

        return values;
    }

    /// <summary>Runs SQL that PostgreSQL is to refuse.</summary>
    /// <returns>Its refusal; null when it did not.</returns>
    public static async Task<PostgresException?> RefusalAsync(
        this NpgsqlDataSource database,
        string sql,
        CancellationToken cancel = default
    )
    {
        try
        {
            await database.ExecuteAsync(sql, cancel);
            return null;
        }
        catch (PostgresException e)
        {
            return e;
        }
    }

    /// <summary>A name as SQL writes it.</summary>
    public static string QuoteName(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A value as SQL writes it, of a type.</summary>
    public static string Literal(string? text, string type) =>
        text is null ? "NULL" : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'::{type}";
}
