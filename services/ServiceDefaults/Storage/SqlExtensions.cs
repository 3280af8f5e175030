using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using NpgsqlTypes;

namespace ServiceDefaults.Storage;

/// <summary>Plain SQL with positional parameters (<c>$1</c>, <c>$2</c> …): <c>database.Sql("SELECT … WHERE id = $1", id).ListAsync(map, cancel)</c>.</summary>
public static class SqlExtensions
{
    /// <summary>A statement on a connection of its own.</summary>
    public static NpgsqlCommand Sql(this NpgsqlDataSource database, string sql, params object?[] values) =>
        database.CreateCommand(sql).With(values);

    /// <summary>A statement on this connection, within its open transaction.</summary>
    public static NpgsqlCommand Sql(this NpgsqlConnection connection, string sql, params object?[] values) =>
        new NpgsqlCommand(sql, connection).With(values);

    /// <summary>Every row.</summary>
    public static async Task<List<T>> ListAsync<T>(this NpgsqlCommand command, Func<NpgsqlDataReader, T> map, CancellationToken cancel)
    {
        await using var _ = command;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancel))
        {
            rows.Add(map(reader));
        }

        return rows;
    }

    /// <summary>The first row, or null when there is none.</summary>
    public static async Task<T?> FirstAsync<T>(this NpgsqlCommand command, Func<NpgsqlDataReader, T> map, CancellationToken cancel)
        where T : class => (await command.ListAsync(map, cancel)).FirstOrDefault();

    /// <summary>The first column of the first row.</summary>
    public static async Task<T?> ScalarAsync<T>(this NpgsqlCommand command, CancellationToken cancel)
    {
        await using var _ = command;
        return await command.ExecuteScalarAsync(cancel) is T value ? value : default;
    }

    /// <summary>Runs the statement.</summary>
    /// <returns>The number of rows it touched.</returns>
    public static async Task<int> ExecuteAsync(this NpgsqlCommand command, CancellationToken cancel)
    {
        await using var _ = command;
        return await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Does all of one request in one transaction; an exception rolls it back.</summary>
    public static async Task<T> InTransactionAsync<T>(
        this NpgsqlDataSource database,
        Func<NpgsqlConnection, Task<T>> work,
        CancellationToken cancel
    )
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var result = await work(connection);
        await transaction.CommitAsync(cancel);
        return result;
    }

    /// <summary>A JSON column's value.</summary>
    public static JsonElement Json(this NpgsqlDataReader reader, int ordinal) => JsonElement.Parse(reader.GetString(ordinal));

    /// <summary>A JSON column's value, when it is an object.</summary>
    public static JsonObject JsonObject(this NpgsqlDataReader reader, int ordinal) => JsonNode.Parse(reader.GetString(ordinal))!.AsObject();

    /// <summary>A column's value, or null.</summary>
    public static T? Maybe<T>(this NpgsqlDataReader reader, int ordinal) =>
        reader.IsDBNull(ordinal) ? default : reader.GetFieldValue<T>(ordinal);

    private static NpgsqlCommand With(this NpgsqlCommand command, object?[] values)
    {
        foreach (var value in values)
        {
            command.Parameters.Add(Parameter(value));
        }

        return command;
    }

    private static NpgsqlParameter Parameter(object? value) =>
        value switch
        {
            null => new NpgsqlParameter { Value = DBNull.Value },
            JsonElement json => new NpgsqlParameter { Value = json.GetRawText(), NpgsqlDbType = NpgsqlDbType.Jsonb },
            JsonNode json => new NpgsqlParameter { Value = json.ToJsonString(), NpgsqlDbType = NpgsqlDbType.Jsonb },
            _ => new NpgsqlParameter { Value = value },
        };
}
