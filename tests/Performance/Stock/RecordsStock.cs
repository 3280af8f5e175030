using IntegrationSuite.Migrations;
using IntegrationSuite.TestKit;
using Npgsql;

namespace Performance.Stock;

/// <summary>10,000 templates, each with a case, each with a draft: what services.md measures with. They go with <see cref="RemoveAsync"/>, and so does all that was added under them.</summary>
internal static class RecordsStock
{
    /// <summary>The category of every template of the stock.</summary>
    public const string Category = "performance-stock";

    private const int Size = 10_000;

    /// <summary>Where the database is, when Records runs elsewhere and the suite does not know.</summary>
    private const string UrlVariable = "RECORDS_DATABASE_URL";

    /// <summary>Stores it afresh, and what a killed run left goes first.</summary>
    public static Task StoreAsync(string document) =>
        RunAsync([
            Delete(),
            new(
                """
                INSERT INTO templates (id, name, category, jurisdiction, court_level, document_json, variables, created_at)
                SELECT gen_random_uuid(), 'Template ' || i, $1, (ARRAY['TX', 'CA', 'NY', 'FL'])[1 + i % 4], 'district', $2::jsonb,
                    '[{"name": "plaintiff", "type": "text", "required": true}]', now() - i * interval '1 minute'
                FROM generate_series(1, $3) i
                """
            )
            {
                Parameters =
                {
                    new() { Value = Category },
                    new() { Value = document },
                    new() { Value = Size },
                },
            },
            new(
                """
                INSERT INTO cases (id, template_id, case_name, cause_number, court_name, variable_values, created_at)
                SELECT gen_random_uuid(), id, name, '2024-CV-00001', 'District Court', '{"plaintiff": "Ann"}', created_at FROM templates WHERE category = $1
                """
            )
            {
                Parameters = { new() { Value = Category } },
            },
            new(
                """
                INSERT INTO drafts (id, case_id, title, document_json, created_at)
                SELECT gen_random_uuid(), c.id, t.name, t.document_json, c.created_at FROM cases c JOIN templates t ON t.id = c.template_id WHERE t.category = $1
                """
            )
            {
                Parameters = { new() { Value = Category } },
            },
        ]);

    /// <summary>Removes it.</summary>
    public static Task RemoveAsync() => RunAsync([Delete()]);

    /// <summary>A case of the stock: with one draft among 10,000.</summary>
    public static async Task<Guid> AnyCaseAsync()
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString());
        await using var command = source.CreateCommand(
            "SELECT c.id FROM cases c JOIN templates t ON t.id = c.template_id WHERE t.category = $1 AND c.case_name = 'Template 5000'"
        );
        command.Parameters.Add(new() { Value = Category });
        return (Guid)(await command.ExecuteScalarAsync())!;
    }

    private static NpgsqlBatchCommand Delete() =>
        new("DELETE FROM templates WHERE category = $1") { Parameters = { new() { Value = Category } } };

    private static string ConnectionString()
    {
        var url = Environment.GetEnvironmentVariable(UrlVariable) ?? Suite.Service("records").DatabaseUrl;
        return url is null
            ? throw new InvalidOperationException(
                $"Latency is measured with 30,000 rows stored, but Records runs elsewhere: give the address of its database in {UrlVariable}."
            )
            : PostgresAddress.Parse(url).ConnectionString;
    }

    private static async Task RunAsync(IEnumerable<NpgsqlBatchCommand> commands)
    {
        await using var connection = new NpgsqlConnection(ConnectionString());
        await connection.OpenAsync();
        await using (var batch = new NpgsqlBatch(connection) { Timeout = 120 })
        {
            foreach (var command in commands)
            {
                batch.BatchCommands.Add(command);
            }

            await batch.ExecuteNonQueryAsync();
        }

        // Autovacuum would come by later; statistics and visibility of so sudden a change must not depend on when.
        await using var vacuum = new NpgsqlCommand("VACUUM (ANALYZE) templates, cases, drafts, draft_versions", connection)
        {
            CommandTimeout = 120,
        };
        await vacuum.ExecuteNonQueryAsync();
    }
}
