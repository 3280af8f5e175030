using System.Globalization;
using Migrations.Files;
using Npgsql;
using NpgsqlTypes;

namespace Migrations.History;

/// <summary>Evolve's table <c>changelog</c> in the connection's first schema. It is named with its schema, since a migration may set another search path.</summary>
internal sealed class Changelog
{
    private readonly NpgsqlConnection _connection;
    private readonly string _table;

    private Changelog(NpgsqlConnection connection, string schema, bool exists)
    {
        _connection = connection;
        _table = schema + ".changelog";
        Exists = exists;
    }

    /// <summary>The table is there.</summary>
    public bool Exists { get; private set; }

    /// <summary>Looks whether the table is there: one round trip.</summary>
    public static async Task<Changelog> FindAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT coalesce(quote_ident(current_schema()), 'public'),
                   EXISTS (SELECT FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'changelog')
            """,
            connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        return new Changelog(connection, reader.GetString(0), reader.GetBoolean(1));
    }

    /// <summary>Makes the table as Evolve does, if it is not there. The lock must be held.</summary>
    public async Task CreateAsync(CancellationToken cancel)
    {
        if (Exists)
        {
            return;
        }

        await using var command = new NpgsqlCommand(
            $"""
            CREATE TABLE IF NOT EXISTS {_table}
            (
                id SERIAL PRIMARY KEY NOT NULL,
                type SMALLINT,
                version VARCHAR(50),
                description VARCHAR(200) NOT NULL,
                name VARCHAR(300) NOT NULL,
                checksum VARCHAR(32),
                installed_by VARCHAR(100) NOT NULL,
                installed_on TIMESTAMP NOT NULL DEFAULT now(),
                success BOOLEAN NOT NULL
            )
            """,
            _connection);
        await command.ExecuteNonQueryAsync(cancel);
        Exists = true;
    }

    /// <summary>All rows, oldest first; none when there is no table. One round trip.</summary>
    public async Task<IReadOnlyList<ChangelogRow>> ReadAsync(CancellationToken cancel)
    {
        var rows = new List<ChangelogRow>();
        if (!Exists)
        {
            return rows;
        }

        await using var command = new NpgsqlCommand(
            $"SELECT id, coalesce(type, 0), version, name, coalesce(checksum, ''), installed_by, installed_on, success FROM {_table} ORDER BY id",
            _connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var version = !reader.IsDBNull(2) && MigrationVersion.TryParse(reader.GetString(2), out var read) ? read : null;
            rows.Add(new ChangelogRow(
                reader.GetInt32(0),
                (ChangelogType)reader.GetInt16(1),
                version,
                reader.GetString(3),
                reader.GetString(4),
                reader.GetString(5),
                reader.GetDateTime(6),
                reader.GetBoolean(7)));
        }

        return rows;
    }

    /// <summary>The statement that records that a file ran.</summary>
    public NpgsqlBatchCommand Record(MigrationFile file, TimeSpan elapsed, bool success)
    {
        var took = string.Create(CultureInfo.InvariantCulture, $" ({elapsed.TotalMilliseconds:0} ms)");
        var type = file.Kind == MigrationKind.Repeatable ? ChangelogType.Repeatable : ChangelogType.Migration;
        return new NpgsqlBatchCommand(
            $"""
            INSERT INTO {_table} (type, version, description, name, checksum, installed_by, success)
            VALUES ($1, $2, left($3, 200 - length($4)) || $4, $5, $6, current_user, $7)
            """)
        {
            Parameters =
            {
                new() { Value = (short)type },
                new() { Value = (object?)file.Version?.Label ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar },
                new() { Value = file.Description, NpgsqlDbType = NpgsqlDbType.Text },
                new() { Value = took, NpgsqlDbType = NpgsqlDbType.Text },
                new() { Value = file.Name },
                new() { Value = file.Checksum },
                new() { Value = success },
            },
        };
    }

    /// <summary>The statement that forgets a version, failed tries too, and every repeatable: what they rest on is gone, so the next run applies them again.</summary>
    public NpgsqlBatchCommand Forget(IEnumerable<int> ids) =>
        new($"DELETE FROM {_table} WHERE id = ANY ($1) OR type = 4") { Parameters = { new() { Value = ids.ToArray() } } };
}
