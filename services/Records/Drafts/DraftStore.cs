using System.Text.Json.Nodes;
using Npgsql;
using Records.Cases;
using Records.Documents;
using Records.Templates;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Records.Drafts;

/// <summary>The drafts in the database, and what they were before.</summary>
internal sealed class DraftStore(NpgsqlDataSource database)
{
    private const string SummaryColumns = "id, case_id, title, version, created_at, updated_at";
    private const string Columns = $"{SummaryColumns}, document_json, content_json";
    private const string VersionColumns = "version, title, document_json, saved_at, content_json";
    private const string Filter = "WHERE ($1::uuid IS NULL OR case_id = $1)";

    public async Task<Page<DraftSummary>> ListAsync(Guid? caseId, int? limit, int offset, CancellationToken cancel)
    {
        var items = await database
            .Sql(
                $"SELECT {SummaryColumns} FROM drafts {Filter} ORDER BY created_at DESC, id DESC LIMIT $2::integer OFFSET $3",
                caseId,
                limit,
                offset
            )
            .ListAsync(ReadSummary, cancel);
        var total = await database.Sql($"SELECT count(*) FROM drafts {Filter}", caseId).ScalarAsync<long>(cancel);
        return new Page<DraftSummary>(items, total);
    }

    public async Task<Draft> FindAsync(Guid id, CancellationToken cancel) =>
        await database.Sql($"SELECT {Columns} FROM drafts WHERE id = $1", id).FirstAsync(Read, cancel) ?? throw NotFound(id);

    public Task<Draft> CreateAsync(NewDraft draft, CancellationToken cancel) =>
        database.InTransactionAsync(
            async connection =>
            {
                var of = await CaseStore.LockAsync(connection, draft.CaseId, cancel);
                var variables = await TemplateStore.VariablesAsync(connection, of.TemplateId, cancel);
                var placeholders = new Placeholders(VariableRules.Complete(variables, of.VariableValues));
                return (
                    await connection
                        .Sql(
                            $"INSERT INTO drafts (id, case_id, title, document_json, content_json) VALUES ($1, $2, $3, $4, $5) RETURNING {Columns}",
                            Guid.CreateVersion7(),
                            draft.CaseId,
                            draft.Title,
                            placeholders.Fill("document_json", draft.DocumentJson),
                            draft.ContentJson is null ? null : placeholders.Fill("content_json", draft.ContentJson)
                        )
                        .FirstAsync(Read, cancel)
                )!;
            },
            cancel
        );

    /// <exception cref="ApiException">409: another save came first.</exception>
    public Task<Draft> SaveAsync(Guid id, DraftChange change, CancellationToken cancel) =>
        database.InTransactionAsync(
            async connection =>
            {
                var current = await LockAsync(connection, id, cancel);
                return current.Version == change.Version
                    ? await ReplaceAsync(
                        connection,
                        id,
                        change.Title ?? current.Title,
                        change.DocumentJson,
                        change.ContentJson ?? current.ContentJson,
                        cancel
                    )
                    : throw ApiException.Conflict(
                        $"The draft is at version {current.Version}; this save was made from version {change.Version}. Read it again and save anew."
                    );
            },
            cancel
        );

    public Task<Draft> RestoreAsync(Guid id, int version, CancellationToken cancel) =>
        database.InTransactionAsync(
            async connection =>
            {
                await LockAsync(connection, id, cancel);
                var kept =
                    await connection
                        .Sql($"SELECT {VersionColumns} FROM draft_history WHERE draft_id = $1 AND version = $2", id, version)
                        .FirstAsync(ReadVersion, cancel)
                    ?? throw ApiException.NotFound($"version {version} of draft", id);
                return await ReplaceAsync(connection, id, kept.Title, kept.DocumentJson, kept.ContentJson, cancel);
            },
            cancel
        );

    public async Task<Page<DraftVersion>> VersionsAsync(Guid id, CancellationToken cancel)
    {
        var versions = await database
            .Sql($"SELECT {VersionColumns} FROM draft_history WHERE draft_id = $1 ORDER BY version DESC", id)
            .ListAsync(ReadVersion, cancel);
        return versions.Count > 0 ? new Page<DraftVersion>(versions, versions.Count) : throw NotFound(id);
    }

    public async Task DeleteAsync(Guid id, CancellationToken cancel)
    {
        if (await database.Sql("DELETE FROM drafts WHERE id = $1", id).ExecuteAsync(cancel) == 0)
        {
            throw NotFound(id);
        }
    }

    private static async Task<Draft> LockAsync(NpgsqlConnection connection, Guid id, CancellationToken cancel) =>
        await connection.Sql($"SELECT {Columns} FROM drafts WHERE id = $1 FOR UPDATE", id).FirstAsync(Read, cancel) ?? throw NotFound(id);

    /// <summary>Keeps what the draft is and makes it what it shall be. Its row is locked already.</summary>
    private static async Task<Draft> ReplaceAsync(
        NpgsqlConnection connection,
        Guid id,
        string title,
        JsonObject document,
        JsonObject? content,
        CancellationToken cancel
    )
    {
        await connection
            .Sql(
                """
                INSERT INTO draft_versions (draft_id, version, title, document_json, content_json, saved_at)
                SELECT id, version, title, document_json, content_json, updated_at FROM drafts WHERE id = $1
                """,
                id
            )
            .ExecuteAsync(cancel);
        return (
            await connection
                .Sql(
                    $"""
                    UPDATE drafts SET title = $2, document_json = $3, content_json = $4, version = version + 1, updated_at = clock_timestamp()
                    WHERE id = $1 RETURNING {Columns}
                    """,
                    id,
                    title,
                    document,
                    content
                )
                .FirstAsync(Read, cancel)
        )!;
    }

    private static ApiException NotFound(Guid id) => ApiException.NotFound("draft", id);

    private static DraftSummary ReadSummary(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetGuid(1),
            row.GetString(2),
            row.GetInt32(3),
            row.GetFieldValue<DateTimeOffset>(4),
            row.GetFieldValue<DateTimeOffset>(5)
        );

    private static Draft Read(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetGuid(1),
            row.GetString(2),
            row.JsonObject(6),
            row.GetInt32(3),
            row.GetFieldValue<DateTimeOffset>(4),
            row.GetFieldValue<DateTimeOffset>(5),
            Content(row, 7)
        );

    private static DraftVersion ReadVersion(NpgsqlDataReader row) =>
        new(row.GetInt32(0), row.GetString(1), row.JsonObject(2), row.GetFieldValue<DateTimeOffset>(3), Content(row, 4));

    private static JsonObject? Content(NpgsqlDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.JsonObject(ordinal);
}
