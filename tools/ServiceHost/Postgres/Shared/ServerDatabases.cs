using IntegrationSuite.Migrations;
using IntegrationSuite.Migrations.Files;
using IntegrationSuite.Migrations.Running;
using IntegrationSuite.ServiceHost.Client;
using Npgsql;

namespace IntegrationSuite.ServiceHost.Postgres.Shared;

/// <summary>The databases of a run on a server.</summary>
internal sealed class ServerDatabases : IAsyncDisposable
{
    /// <summary>Since this version a database can be copied file by file instead of through the log, which is faster without durability.</summary>
    private static readonly Version s_strategies = new(15, 0);

    private readonly NpgsqlConnectionStringBuilder _address;
    private readonly RunMark? _mark;
    private readonly DatabaseRole? _tests;
    private readonly NpgsqlDataSource _admin;

    /// <param name="address">The server as superuser, with a database to connect to.</param>
    /// <param name="mark">Marks the databases, on a server that others use, too. There, all is done as the role that was given.</param>
    /// <param name="tests">The role of tests, on the run's own server.</param>
    public ServerDatabases(NpgsqlConnectionStringBuilder address, RunMark? mark = null, DatabaseRole? tests = null)
    {
        _address = new NpgsqlConnectionStringBuilder(address.ConnectionString)
        {
            Pooling = true,
            MaxPoolSize = 10,
            ApplicationName = "servicehost",
        };
        (_mark, _tests) = (mark, tests);
        _admin = new NpgsqlDataSourceBuilder(_address.ConnectionString)
            .ConfigureTypeLoading(types => types.EnableTypeLoading(false))
            .Build();
    }

    /// <summary>Takes over a server of the run's own: gives its superuser a password that only this process knows, and tests a role of theirs.</summary>
    /// <param name="superuser">Its address as superuser.</param>
    /// <param name="cancel">Calls it off.</param>
    public static async Task<ServerDatabases> OpenOwnAsync(NpgsqlConnectionStringBuilder superuser, CancellationToken cancel)
    {
        var (password, tests) = (DatabaseRole.NewPassword(), DatabaseRole.ForTests());
        await using (var connection = new NpgsqlConnection(superuser.ConnectionString))
        {
            await connection.OpenAsync(cancel);
            await ExecuteAsync(
                connection,
                $"ALTER ROLE {superuser.Username} PASSWORD '{password}'; {tests.CreateForTests(connection.PostgreSqlVersion)}",
                cancel
            );
        }

        return new ServerDatabases(new NpgsqlConnectionStringBuilder(superuser.ConnectionString) { Password = password }, tests: tests);
    }

    /// <summary>The server as tests use it, with the database that it connects to first.</summary>
    public string Url => UrlOf(_tests, _address.Database);

    /// <summary>Creates a database and migrates it.</summary>
    /// <returns>Its address.</returns>
    /// <exception cref="SuiteException">What failed.</exception>
    public async Task<string> PrepareAsync(
        string database,
        string? migrationsFolder,
        IReadOnlyDictionary<string, string> placeholders,
        CancellationToken cancel
    )
    {
        var (name, owner) = (_mark?.NameOf(database) ?? database, _mark is null ? DatabaseRole.OwnerOf(database) : null);
        try
        {
            await CreateAsync(name, owner, cancel);
            if (migrationsFolder is not null)
            {
                await new Migrator(UrlOf(owner, name), MigrationFolder.Read(migrationsFolder, placeholders)).UpAsync(cancel: cancel);
            }

            return UrlOf(owner, name);
        }
        catch (Exception e) when (IsLost(OfDriver(e)))
        {
            throw new SuiteException(
                new SuiteError(
                    ErrorCodes.PostgresUnreachable,
                    $"The PostgreSQL server on {_address.Host}:{_address.Port} went away while the database '{name}' was prepared: {OfDriver(e)!.Message}"
                )
            );
        }
        catch (MigrationException e)
        {
            throw e.ToSuiteException();
        }
        catch (NpgsqlException e)
        {
            throw new SuiteException(
                new SuiteError(
                    ErrorCodes.DatabaseNotCreated,
                    $"The database '{name}' can't be created on {_address.Host}:{_address.Port}: {e.Message}"
                )
            );
        }
    }

    /// <summary>Drops the databases whose mark is chosen, whoever is connected to them.</summary>
    public async Task DropAsync(Predicate<string> ofMark, CancellationToken cancel)
    {
        foreach (var name in await FindAsync(ofMark, cancel))
        {
            await DatabaseRemoval.DropAsync(_admin, name, cancel);
        }
    }

    /// <summary>Closes the connections.</summary>
    public ValueTask DisposeAsync() => _admin.DisposeAsync();

    // The connection broke; or the server said that it shuts down (class 57P), and then it is no fault of the statement that ran.
    private static bool IsLost(NpgsqlException? exception) =>
        exception is not null && (exception is not PostgresException said || said.SqlState.StartsWith("57P", StringComparison.Ordinal));

    /// <summary>What the driver said, however deep it stands: Evolve has exceptions of its own around it.</summary>
    private static NpgsqlException? OfDriver(Exception? exception) =>
        exception is null or NpgsqlException ? exception as NpgsqlException : OfDriver(exception.InnerException);

    private async Task<IReadOnlyList<string>> FindAsync(Predicate<string> ofMark, CancellationToken cancel)
    {
        var names = new List<string>();
        await using var command = _admin.CreateCommand(
            "SELECT datname, coalesce(shobj_description(oid, 'pg_database'), '') FROM pg_database WHERE NOT datistemplate"
        );
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

    private async Task CreateAsync(string name, DatabaseRole? owner, CancellationToken cancel)
    {
        await using var connection = await _admin.OpenConnectionAsync(cancel);
        if (owner is not null)
        {
            await ExecuteAsync(connection, owner.CreateOwner(), cancel);
            var strategy = connection.PostgreSqlVersion >= s_strategies ? " STRATEGY file_copy" : "";
            await ExecuteAsync(connection, $"CREATE DATABASE {Quote(name)} OWNER {Quote(owner.Name)}{strategy}", cancel);
            await ExecuteAsync(connection, $"REVOKE ALL ON DATABASE {Quote(name)} FROM PUBLIC", cancel);
        }
        else
        {
            await ExecuteAsync(connection, $"CREATE DATABASE {Quote(name)}", cancel);
        }

        if (_mark is not null)
        {
            await ExecuteAsync(
                connection,
                $"COMMENT ON DATABASE {Quote(name)} IS '{_mark.Comment.Replace("'", "''", StringComparison.Ordinal)}'",
                cancel
            );
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private string UrlOf(DatabaseRole? role, string? database)
    {
        var address = role?.On(_address) ?? new NpgsqlConnectionStringBuilder(_address.ConnectionString);
        address.Database = database;
        return PostgresAddress.ToUrl(address);
    }

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
