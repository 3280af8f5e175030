using System.Text.Json;
using Npgsql;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Records.Templates;

/// <summary>The templates in the database.</summary>
internal sealed class TemplateStore(NpgsqlDataSource database)
{
    private const string SummaryColumns = "id, name, category, jurisdiction, court_level, variables, created_at, updated_at, description";
    private const string Columns = $"{SummaryColumns}, document_json";
    private const string Filter = "WHERE ($1::text IS NULL OR jurisdiction = $1) AND ($2::text IS NULL OR category = $2)";

    public async Task<Page<TemplateSummary>> ListAsync(string? jurisdiction, string? category, Paging paging, CancellationToken cancel)
    {
        var items = await database
            .Sql(
                $"SELECT {SummaryColumns} FROM templates {Filter} ORDER BY created_at DESC, id DESC LIMIT $3 OFFSET $4",
                jurisdiction,
                category,
                paging.Take,
                paging.Skip
            )
            .ListAsync(ReadSummary, cancel);
        var total = await database.Sql($"SELECT count(*) FROM templates {Filter}", jurisdiction, category).ScalarAsync<long>(cancel);
        return new Page<TemplateSummary>(items, total);
    }

    public async Task<Template> FindAsync(Guid id, CancellationToken cancel) =>
        await database.Sql($"SELECT {Columns} FROM templates WHERE id = $1", id).FirstAsync(Read, cancel) ?? throw NotFound(id);

    public async Task<Template> CreateAsync(NewTemplate template, CancellationToken cancel) =>
        (
            await database
                .Sql(
                    $"""
                    INSERT INTO templates (id, name, category, jurisdiction, court_level, document_json, variables, description)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING {Columns}
                    """,
                    Guid.CreateVersion7(),
                    template.Name,
                    template.Category,
                    template.Jurisdiction,
                    template.CourtLevel,
                    template.DocumentJson,
                    ToJson(template.Variables),
                    template.Description
                )
                .FirstAsync(Read, cancel)
        )!;

    public async Task<Template> ChangeAsync(Guid id, TemplateChange change, CancellationToken cancel) =>
        await database
            .Sql(
                $"""
                UPDATE templates SET name = COALESCE($2, name), category = COALESCE($3, category), jurisdiction = COALESCE($4, jurisdiction),
                    court_level = COALESCE($5, court_level), document_json = COALESCE($6, document_json), variables = COALESCE($7, variables),
                    description = COALESCE($8, description), updated_at = clock_timestamp()
                WHERE id = $1 RETURNING {Columns}
                """,
                id,
                change.Name,
                change.Category,
                change.Jurisdiction,
                change.CourtLevel,
                change.DocumentJson,
                change.Variables is null ? null : ToJson(change.Variables),
                change.Description
            )
            .FirstAsync(Read, cancel)
        ?? throw NotFound(id);

    public async Task DeleteAsync(Guid id, CancellationToken cancel)
    {
        if (await database.Sql("DELETE FROM templates WHERE id = $1", id).ExecuteAsync(cancel) == 0)
        {
            throw NotFound(id);
        }
    }

    /// <summary>The variables of a template, which neither changes nor goes until the transaction ends.</summary>
    public static async Task<IReadOnlyList<Variable>> LockVariablesAsync(NpgsqlConnection connection, Guid id, CancellationToken cancel) =>
        await connection.Sql("SELECT variables FROM templates WHERE id = $1 FOR SHARE", id).FirstAsync(r => ReadVariables(r, 0), cancel)
        ?? throw NotFound(id);

    /// <summary>The variables that a template has now; none when there is no template.</summary>
    /// <remarks>Without a lock: rows are locked from template to case to draft, and the caller holds the case already.</remarks>
    public static async Task<IReadOnlyList<Variable>> VariablesAsync(NpgsqlConnection connection, Guid? id, CancellationToken cancel) =>
        await connection.Sql("SELECT variables FROM templates WHERE id = $1", id).FirstAsync(r => ReadVariables(r, 0), cancel) ?? [];

    private static ApiException NotFound(Guid id) => ApiException.NotFound("template", id);

    private static JsonElement ToJson(IReadOnlyList<Variable> variables) => JsonSerializer.SerializeToElement(variables, JsonRules.Strict);

    private static List<Variable> ReadVariables(NpgsqlDataReader row, int ordinal) =>
        row.Json(ordinal).Deserialize<List<Variable>>(JsonRules.Strict)!;

    private static TemplateSummary ReadSummary(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            row.GetString(4),
            ReadVariables(row, 5),
            row.GetFieldValue<DateTimeOffset>(6),
            row.GetFieldValue<DateTimeOffset>(7),
            row.Maybe<string>(8)
        );

    private static Template Read(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            row.GetString(4),
            row.JsonObject(9),
            ReadVariables(row, 5),
            row.GetFieldValue<DateTimeOffset>(6),
            row.GetFieldValue<DateTimeOffset>(7),
            row.Maybe<string>(8)
        );
}
