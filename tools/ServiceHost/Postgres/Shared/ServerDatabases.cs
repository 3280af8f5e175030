using Migrations;
using Migrations.Files;
using Migrations.Running;
using Npgsql;
using ServiceHost.Client;

namespace ServiceHost.Postgres.Shared;

/// <summary>The databases of a run on a server.</summary>
internal sealed class ServerDatabases : IAsyncDisposable
{
    /// <summary>Since this version a database can be copied file by file instead of through the log, which is faster without durability.</summary>
    private static readonly Version s_strategies = new(15, 0);

    private readonly NpgsqlConnectionStringBuilder _address;
    private readonly RunMark? _mark;
    private readonly NpgsqlDataSource _admin;

    /// <param name="address">The server as superuser, with a database to connect to.</param>
    /// <param name="mark">Marks the databases, on a server that others use, too.</param>
    public ServerDatabases(NpgsqlConnectionStringBuilder address, RunMark? mark = null)
    {
        _address = new NpgsqlConnectionStringBuilder(address.ConnectionString) { Pooling = true, MaxPoolSize = 10, ApplicationName = "servicehost" };
        _mark = mark;
        _admin = new NpgsqlDataSourceBuilder(_address.ConnectionString).ConfigureTypeLoading(types => types.EnableTypeLoading(false)).Build();
    }

    /// <summary>The server, without a database.</summary>
    public string Url => UrlOf(null);

    /// <summary>Creates a database and migrates it.</summary>
    /// <returns>Its address.</returns>
    /// <exception cref="SuiteException">What failed.</exception>
    public async Task<string> PrepareAsync(string database, string? migrationsFolder, CancellationToken cancel)
    {
        var name = _mark?.NameOf(database) ?? database;
        try
        {
            await CreateAsync(name, cancel);
            if (migrationsFolder is not null)
            {
                await new Migrator(UrlOf(name), MigrationFolder.Read(migrationsFolder)).UpAsync(cancel: cancel);
            }

            return UrlOf(name);
        }
        catch (Exception e) when (IsLost(e as NpgsqlException ?? e.InnerException as NpgsqlException))
        {
            throw new SuiteException(new SuiteError(ErrorCodes.PostgresUnreachable, $"The PostgreSQL server on {_address.Host}:{_address.Port} went away while the database '{name}' was prepared: {(e.InnerException ?? e).Message}"));
        }
        catch (MigrationException e)
        {
            throw e.ToSuiteException();
        }
        catch (NpgsqlException e)
        {
            throw new SuiteException(new SuiteError(ErrorCodes.DatabaseNotCreated, $"The database '{name}' can't be created on {_address.Host}:{_address.Port}: {e.Message}"));
        }
    }

    /// <summary>Drops the databases whose mark is chosen, whoever is connected to them.</summary>
    public async Task DropAsync(Predicate<string> ofMark, CancellationToken cancel)
    {
        foreach (var name in await FindAsync(ofMark, cancel))
        {
            await using var drop = _admin.CreateCommand($"DROP DATABASE IF EXISTS {Quote(name)} WITH (FORCE)");
            await drop.ExecuteNonQueryAsync(cancel);
        }
    }

    /// <summary>Closes the connections.</summary>
    public ValueTask DisposeAsync() => _admin.DisposeAsync();

    // The connection broke; or the server said that it shuts down (class 57P), and then it is no fault of the statement that ran.
    private static bool IsLost(NpgsqlException? exception) =>
        exception is not null && (exception is not PostgresException said || said.SqlState.StartsWith("57P", StringComparison.Ordinal));

    private async Task<IReadOnlyList<string>> FindAsync(Predicate<string> ofMark, CancellationToken cancel)
    {
        var names = new List<string>();
        await using var command = _admin.CreateCommand("SELECT datname, coalesce(shobj_description(oid, 'pg_database'), '') FROM pg_database WHERE NOT datistemplate");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            if (ofMark(reader.GetString(1)))
            {
                names.Add(reader.GetString(0));
            }
        }

        return names;
    }

    private async Task CreateAsync(string name, CancellationToken cancel)
    {
        await using var connection = await _admin.OpenConnectionAsync(cancel);
        var strategy = connection.PostgreSqlVersion >= s_strategies && _mark is null ? " STRATEGY file_copy" : "";
        await ExecuteAsync(connection, $"CREATE DATABASE {Quote(name)}{strategy}", cancel);
        if (_mark is not null)
        {
            await ExecuteAsync(connection, $"COMMENT ON DATABASE {Quote(name)} IS '{_mark.Comment.Replace("'", "''", StringComparison.Ordinal)}'", cancel);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private string UrlOf(string? database) =>
        PostgresAddress.ToUrl(new NpgsqlConnectionStringBuilder(_address.ConnectionString) { Database = database });

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
