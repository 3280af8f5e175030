using IntegrationSuite.Migrations;
using Npgsql;
using Pipeline.Postgres;

namespace Pipeline.Migrations;

/// <summary>An empty database of one test, dropped at its end.</summary>
internal sealed class ScratchDatabase : IAsyncDisposable
{
    private readonly NpgsqlDataSource _admin;
    private readonly string _name;

    private ScratchDatabase(NpgsqlDataSource admin, NpgsqlConnectionStringBuilder address)
    {
        _admin = admin;
        _name = address.Database!;
        Url = PostgresAddress.ToUrl(address);
        Source = NpgsqlDataSource.Create(address);
    }

    public string Url { get; }

    public NpgsqlDataSource Source { get; }

    public static async Task<ScratchDatabase> CreateAsync()
    {
        var address = PostgresAddress.Parse((await ScratchServer.Shared).Server.State.Url);
        address.Pooling = false;
        var admin = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(address.ConnectionString) { Database = "postgres" });
        address.Database = $"scratch_{Guid.NewGuid():N}";
        await using var command = admin.CreateCommand($"CREATE DATABASE {address.Database}");
        await command.ExecuteNonQueryAsync();
        return new ScratchDatabase(admin, address);
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The first column of every row.</summary>
    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql)
    {
        var values = new List<T>();
        await using var command = Source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetFieldValue<T>(0));
        }

        return values;
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await DatabaseRemoval.DropAsync(_admin, _name);
        await _admin.DisposeAsync();
    }
}
