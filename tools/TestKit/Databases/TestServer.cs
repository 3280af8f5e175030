using System.Collections.Concurrent;
using Migrations;
using Migrations.Files;
using Migrations.Running;
using Npgsql;

namespace TestKit.Databases;

/// <summary>The run's database server, as tests make databases on it.</summary>
internal static class TestServer
{
    private static readonly Lazy<NpgsqlDataSource> s_admin = new(CreateAdmin);
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> s_templates = new();

    /// <summary>Marks a database as this run's: the comment that the suite put on its own databases, by which they are found when the run is dead.</summary>
    private static readonly Lazy<Task<string>> s_mark = new(ReadMarkAsync);

    /// <summary>The address of a database.</summary>
    public static string UrlOf(string database) =>
        PostgresAddress.ToUrl(new NpgsqlConnectionStringBuilder(Address.ConnectionString) { Database = database });

    /// <summary>A new database: a copy of a template, or empty.</summary>
    public static async Task<string> CreateAsync(string? template, CancellationToken cancel)
    {
        var name = $"test_{Guid.NewGuid():N}";
        await using var connection = await s_admin.Value.OpenConnectionAsync(cancel);
        var strategy = connection.PostgreSqlVersion.Major >= 15 ? " STRATEGY file_copy" : "";
        await ExecuteAsync(connection, $"CREATE DATABASE {name} TEMPLATE {template ?? "template1"}{strategy}", cancel);
        if (await s_mark.Value is { Length: > 0 } mark)
        {
            await ExecuteAsync(connection, $"COMMENT ON DATABASE {name} IS '{mark.Replace("'", "''", StringComparison.Ordinal)}'", cancel);
        }

        return name;
    }

    /// <summary>Drops a database, whoever is connected to it.</summary>
    public static async Task DropAsync(string name, CancellationToken cancel)
    {
        await using var connection = await s_admin.Value.OpenConnectionAsync(cancel);
        await ExecuteAsync(connection, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)", cancel);
    }

    /// <summary>The template of a folder at a version, made by the first test that wants it and kept for this process.</summary>
    /// <param name="folder">The migrations.</param>
    /// <param name="version">The version; null is the newest, with the repeatables.</param>
    public static Task<string> TemplateAsync(MigrationFolder folder, MigrationVersion? version) =>
        s_templates.GetOrAdd($"{folder.Path}\n{version}", _ => new Lazy<Task<string>>(() => MakeTemplateAsync(folder, version))).Value;

    /// <summary>Drops the templates.</summary>
    public static async Task DropTemplatesAsync()
    {
        foreach (var template in s_templates.Values.Where(template => template.IsValueCreated && template.Value.IsCompletedSuccessfully))
        {
            await DropAsync(await template.Value, CancellationToken.None);
        }

        s_templates.Clear();
    }

    private static NpgsqlConnectionStringBuilder Address
    {
        get
        {
            var server = Suite.State.Postgres ?? throw new InvalidOperationException("No service of the manifest has a database, so this run has no database server.");
            return PostgresAddress.Parse(server.Url);
        }
    }

    private static NpgsqlDataSource CreateAdmin() =>
        new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(Address.ConnectionString) { Database = "postgres", MaxPoolSize = 8 }.ConnectionString)
            .ConfigureTypeLoading(types => types.EnableTypeLoading(false)).Build();

    private static async Task<string> MakeTemplateAsync(MigrationFolder folder, MigrationVersion? version)
    {
        var name = await CreateAsync(template: null, CancellationToken.None);
        await new Migrator(UrlOf(name), folder).UpAsync(version);
        return name;
    }

    private static async Task<string> ReadMarkAsync()
    {
        var own = Suite.State.Services.Select(service => service.DatabaseUrl).OfType<string>().Select(url => PostgresAddress.Parse(url).Database).FirstOrDefault();
        await using var command = s_admin.Value.CreateCommand("SELECT coalesce((SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = $1), '')");
        command.Parameters.Add(new NpgsqlParameter { Value = own ?? "" });
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
