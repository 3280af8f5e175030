using System.Text.Json;
using Npgsql;
using Records.Templates;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Records.Cases;

/// <summary>The cases in the database.</summary>
internal sealed class CaseStore(NpgsqlDataSource database)
{
    private const string Columns =
        "id, case_name, cause_number, court_name, status, variable_values, created_at, updated_at, template_id, filing_date";
    private const string Filter = "WHERE ($1::uuid IS NULL OR template_id = $1) AND ($2::text IS NULL OR status = $2)";

    public async Task<Page<Case>> ListAsync(Guid? templateId, CaseStatus? status, Paging paging, CancellationToken cancel)
    {
        var items = await database
            .Sql(
                $"SELECT {Columns} FROM cases {Filter} ORDER BY created_at DESC, id DESC LIMIT $3 OFFSET $4",
                templateId,
                Text(status),
                paging.Take,
                paging.Skip
            )
            .ListAsync(Read, cancel);
        var total = await database.Sql($"SELECT count(*) FROM cases {Filter}", templateId, Text(status)).ScalarAsync<long>(cancel);
        return new Page<Case>(items, total);
    }

    public async Task<Case> FindAsync(Guid id, CancellationToken cancel) =>
        await database.Sql($"SELECT {Columns} FROM cases WHERE id = $1", id).FirstAsync(Read, cancel) ?? throw NotFound(id);

    public Task<Case> CreateAsync(NewCase request, CancellationToken cancel) =>
        database.InTransactionAsync(
            async connection =>
            {
                var variables = request.TemplateId is { } template
                    ? await TemplateStore.LockVariablesAsync(connection, template, cancel)
                    : [];
                var values = request.VariableValues ?? new Dictionary<string, string>();
                VariableRules.CheckValues(variables, values);
                return (
                    await connection
                        .Sql(
                            $"""
                            INSERT INTO cases (id, template_id, case_name, cause_number, court_name, filing_date, variable_values)
                            VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING {Columns}
                            """,
                            Guid.CreateVersion7(),
                            request.TemplateId,
                            request.CaseName,
                            request.CauseNumber,
                            request.CourtName,
                            request.FilingDate,
                            ToJson(values)
                        )
                        .FirstAsync(Read, cancel)
                )!;
            },
            cancel
        );

    public Task<Case> ChangeAsync(Guid id, CaseChange change, CancellationToken cancel) =>
        database.InTransactionAsync(
            async connection =>
            {
                var stored =
                    await connection.Sql($"SELECT {Columns} FROM cases WHERE id = $1 FOR UPDATE", id).FirstAsync(Read, cancel)
                    ?? throw NotFound(id);
                var values = change.VariableValues ?? stored.VariableValues;
                VariableRules.CheckValues(await TemplateStore.VariablesAsync(connection, stored.TemplateId, cancel), values);
                return (
                    await connection
                        .Sql(
                            $"""
                            UPDATE cases SET case_name = COALESCE($2, case_name), cause_number = COALESCE($3, cause_number), court_name = COALESCE($4, court_name),
                                filing_date = COALESCE($5, filing_date), status = COALESCE($6, status), variable_values = $7, updated_at = clock_timestamp()
                            WHERE id = $1 RETURNING {Columns}
                            """,
                            id,
                            change.CaseName,
                            change.CauseNumber,
                            change.CourtName,
                            change.FilingDate,
                            Text(change.Status),
                            ToJson(values)
                        )
                        .FirstAsync(Read, cancel)
                )!;
            },
            cancel
        );

    public async Task DeleteAsync(Guid id, CancellationToken cancel)
    {
        if (await database.Sql("DELETE FROM cases WHERE id = $1", id).ExecuteAsync(cancel) == 0)
        {
            throw NotFound(id);
        }
    }

    /// <summary>A case that neither changes nor goes until the transaction ends: something is about to be added to it.</summary>
    public static async Task<Case> LockAsync(NpgsqlConnection connection, Guid id, CancellationToken cancel) =>
        await connection.Sql($"SELECT {Columns} FROM cases WHERE id = $1 FOR SHARE", id).FirstAsync(Read, cancel) ?? throw NotFound(id);

    private static ApiException NotFound(Guid id) => ApiException.NotFound("case", id);

    private static string? Text(CaseStatus? status) => status?.ToString().ToLowerInvariant();

    private static JsonElement ToJson(IReadOnlyDictionary<string, string> values) =>
        JsonSerializer.SerializeToElement(values, JsonRules.Strict);

    private static Case Read(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            Enum.Parse<CaseStatus>(row.GetString(4), ignoreCase: true),
            row.Json(5).Deserialize<Dictionary<string, string>>(JsonRules.Strict)!,
            row.GetFieldValue<DateTimeOffset>(6),
            row.GetFieldValue<DateTimeOffset>(7),
            row.Maybe<Guid?>(8),
            row.Maybe<DateOnly?>(9)
        );
}
