using IntegrationSuite.Migrations;
using IntegrationSuite.TestKit;
using Npgsql;

namespace Performance.Load;

/// <summary>Counts what is stored, in the databases themselves: an answer of 201 proves nothing yet.</summary>
internal static class StoredRows
{
    /// <summary>The operations that store a row each, and where.</summary>
    public static IReadOnlyList<(string Service, string Operation, string Table)> Tables { get; } =
    [
        ("records", "POST /api/templates", "templates"),
        ("records", "POST /api/cases", "cases"),
        ("records", "POST /api/drafts", "drafts"),
        ("facts", "POST /facts/claims", "claims"),
        ("exhibits", "POST /exhibits", "exhibits"),
        ("caselaw", "POST /authorities", "authorities"),
        ("caseblock", "POST /caseblock/templates", "templates"),
    ];

    /// <summary>By service and operation.</summary>
    public static async Task<Dictionary<(string Service, string Operation), long>> CountAsync()
    {
        var counts = new Dictionary<(string, string), long>();
        foreach (var (service, operation, table) in Tables)
        {
            await using var source = NpgsqlDataSource.Create(PostgresAddress.Parse(Suite.Service(service).DatabaseUrl!).ConnectionString);
            await using var command = source.CreateCommand($"SELECT count(*) FROM {table}");
            counts[(service, operation)] = (long)(await command.ExecuteScalarAsync())!;
        }

        return counts;
    }
}
