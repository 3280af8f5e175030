using System.Net.Sockets;
using Npgsql;

namespace IntegrationSuite.Migrations.Running;

/// <summary>The one connection of a run.</summary>
internal static class MigrationConnection
{
    /// <summary>Not pooled, so that the lock ends with the run and nothing keeps the database from being dropped; a migration may take as long as it takes; the types of a schema that is about to change are of no use.</summary>
    public static NpgsqlDataSource SourceOf(NpgsqlConnectionStringBuilder address, string applicationName)
    {
        var settings = new NpgsqlConnectionStringBuilder(address.ConnectionString)
        {
            Pooling = false,
            CommandTimeout = 0,
            ApplicationName = applicationName,
            IncludeErrorDetail = true,
            IncludeFailedBatchedCommand = true,
        };
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).ConfigureTypeLoading(types => types.EnableTypeLoading(false)).Build();
    }

    /// <summary>Connects.</summary>
    /// <exception cref="MigrationException">The server cannot be reached or refuses.</exception>
    public static async Task<NpgsqlConnection> OpenAsync(
        NpgsqlDataSource source,
        NpgsqlConnectionStringBuilder address,
        CancellationToken cancel
    )
    {
        try
        {
            return await source.OpenConnectionAsync(cancel);
        }
        catch (Exception e) when (e is NpgsqlException or SocketException)
        {
            throw new MigrationException(Unreachable(address, e), e);
        }
    }

    /// <summary>What to say of a connection that cannot be made, or broke.</summary>
    public static MigrationProblem Unreachable(NpgsqlConnectionStringBuilder address, Exception e) =>
        new(
            MigrationCodes.Unreachable,
            $"The database {PostgresAddress.Describe(address)} cannot be used: {(e.InnerException ?? e).Message.TrimEnd('.')}. Check that the server runs there, and the user, password and database."
        );
}
