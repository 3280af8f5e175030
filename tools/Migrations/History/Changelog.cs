using EvolveDb.Metadata;
using IntegrationSuite.Migrations.Files;
using Npgsql;

namespace IntegrationSuite.Migrations.History;

/// <summary>Evolve's table <c>changelog</c>, as it stands before or after a run.</summary>
internal sealed class Changelog
{
    /// <summary>Evolve's choice: the first schema of the search path that is not named for the user.</summary>
    private const string FindSql = """
        WITH place AS
        (
            SELECT coalesce(
                (SELECT name
                 FROM unnest(string_to_array(current_setting('search_path'), ',')) WITH ORDINALITY AS part (quoted, n), trim(quoted, ' "') AS name
                 WHERE name NOT IN ('', '$user') ORDER BY n LIMIT 1), 'public') AS schema
        )
        SELECT schema, EXISTS (SELECT FROM pg_tables WHERE schemaname = schema AND tablename = 'changelog') FROM place
        """;

    private readonly NpgsqlConnection _connection;

    private Changelog(NpgsqlConnection connection, string schema)
    {
        _connection = connection;
        Schema = schema;
    }

    /// <summary>The schema that Evolve works in.</summary>
    public string Schema { get; }

    /// <summary>All rows, oldest first; none when there is no table.</summary>
    public IReadOnlyList<ChangelogRow> Rows { get; private set; } = [];

    private string Table => $"{new NpgsqlCommandBuilder().QuoteIdentifier(Schema)}.changelog";

    /// <summary>Reads the table, if it is there: two round trips.</summary>
    public static async Task<Changelog> ReadAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var (schema, exists) = await FindAsync(connection, cancel);
        var changelog = new Changelog(connection, schema);
        changelog.Rows = exists ? await changelog.ReadRowsAsync(cancel) : [];
        return changelog;
    }

    /// <summary>Forgets a version, failed tries too, and every repeatable: what they rest on is gone, so the next run applies them again.</summary>
    public async Task ForgetAsync(IEnumerable<int> ids, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            $"DELETE FROM {Table} WHERE id = ANY ($1) OR type = {(int)MetadataType.RepeatableMigration}",
            _connection
        );
        command.Parameters.Add(new() { Value = ids.ToArray() });
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<(string Schema, bool Exists)> FindAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(FindSql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        return (reader.GetString(0), reader.GetBoolean(1));
    }

    private async Task<IReadOnlyList<ChangelogRow>> ReadRowsAsync(CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            $"""
            SELECT id, coalesce(type, 0), version, name, coalesce(checksum, ''), installed_by, installed_on, success,
                   substring(description FROM ' \((\d+) ms\)$')::bigint
            FROM {Table} ORDER BY id
            """,
            _connection
        );
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<ChangelogRow>();
        while (await reader.ReadAsync(cancel))
        {
            rows.Add(Row(reader));
        }

        return rows;
    }

    private static ChangelogRow Row(NpgsqlDataReader row) =>
        new(
            row.GetInt32(0),
            (MetadataType)row.GetInt16(1),
            row.IsDBNull(2) ? null : VersionLabel.TryParse(row.GetString(2)),
            row.GetString(3),
            row.GetString(4),
            row.GetString(5),
            row.GetDateTime(6),
            row.GetBoolean(7),
            row.IsDBNull(8) ? null : TimeSpan.FromMilliseconds(row.GetInt64(8))
        );
}
