using System.Text.Json;
using BlockKit.Layout;
using Npgsql;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace BlockKit.Templates;

/// <summary>The table <c>templates</c>. That an approved template stays as it is, is part of each statement's condition: no two callers can slip past it at once.</summary>
public sealed class TemplateStore(NpgsqlDataSource database)
{
    private const string Columns = "id, name, lines, approved, created_at, updated_at, approved_at";

    /// <summary>A part of all templates, newest first.</summary>
    public async Task<Page<BlockTemplate>> ListAsync(Paging paging, CancellationToken cancel)
    {
        var items = await database
            .Sql($"SELECT {Columns} FROM templates ORDER BY created_at DESC, id DESC LIMIT $1 OFFSET $2", paging.Take, paging.Skip)
            .ListAsync(Map, cancel);
        return new Page<BlockTemplate>(items, await database.Sql("SELECT count(*) FROM templates").ScalarAsync<long>(cancel));
    }

    /// <summary>Stores a new template, not yet approved.</summary>
    public async Task<BlockTemplate> AddAsync(TemplateBody body, CancellationToken cancel) =>
        (
            await database
                .Sql(
                    $"INSERT INTO templates (id, name, lines) VALUES ($1, $2, $3) RETURNING {Columns}",
                    Guid.CreateVersion7(),
                    body.Name,
                    Json(body.Lines)
                )
                .FirstAsync(Map, cancel)
        )!;

    /// <summary>One template.</summary>
    /// <exception cref="ApiException">404.</exception>
    public async Task<BlockTemplate> GetAsync(Guid id, CancellationToken cancel) =>
        await database.Sql($"SELECT {Columns} FROM templates WHERE id = $1", id).FirstAsync(Map, cancel)
        ?? throw ApiException.NotFound("template", id);

    /// <summary>One template that may format.</summary>
    /// <exception cref="ApiException">404; 409 while it is not approved.</exception>
    public async Task<BlockTemplate> GetApprovedAsync(Guid id, CancellationToken cancel) =>
        await GetAsync(id, cancel) is { Approved: true } template
            ? template
            : throw ApiException.Conflict($"The template {id} must be approved before it formats anything.");

    /// <summary>Replaces name and lines.</summary>
    /// <exception cref="ApiException">404; 409 once it is approved.</exception>
    public async Task<BlockTemplate> ChangeAsync(Guid id, TemplateBody body, CancellationToken cancel) =>
        await database
            .Sql(
                $"UPDATE templates SET name = $2, lines = $3, updated_at = now() WHERE id = $1 AND NOT approved RETURNING {Columns}",
                id,
                body.Name,
                Json(body.Lines)
            )
            .FirstAsync(Map, cancel)
        ?? throw await RefusalAsync(id, cancel);

    /// <summary>Approves a template, once.</summary>
    /// <exception cref="ApiException">404; 409 when it is approved already.</exception>
    public async Task<BlockTemplate> ApproveAsync(Guid id, CancellationToken cancel) =>
        await database
            .Sql(
                $"UPDATE templates SET approved = true, approved_at = now(), updated_at = now() WHERE id = $1 AND NOT approved RETURNING {Columns}",
                id
            )
            .FirstAsync(Map, cancel)
        ?? throw await RefusalAsync(id, cancel);

    /// <summary>Removes a template, approved or not.</summary>
    /// <exception cref="ApiException">404.</exception>
    public async Task RemoveAsync(Guid id, CancellationToken cancel)
    {
        if (await database.Sql("DELETE FROM templates WHERE id = $1", id).ExecuteAsync(cancel) == 0)
        {
            throw ApiException.NotFound("template", id);
        }
    }

    /// <summary>Why a statement found no template that is still open: it is gone, or approved.</summary>
    private async Task<ApiException> RefusalAsync(Guid id, CancellationToken cancel) =>
        await database.Sql("SELECT true FROM templates WHERE id = $1", id).ScalarAsync<bool>(cancel)
            ? ApiException.Conflict($"The template {id} is approved and stays as it is.")
            : ApiException.NotFound("template", id);

    private static JsonElement Json(IReadOnlyList<LayoutLine> lines) => JsonSerializer.SerializeToElement(lines, JsonRules.Strict);

    private static BlockTemplate Map(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetString(1),
            JsonSerializer.Deserialize<List<LayoutLine>>(row.GetString(2), JsonRules.Strict)!,
            row.GetBoolean(3),
            row.GetFieldValue<DateTimeOffset>(4),
            row.GetFieldValue<DateTimeOffset>(5),
            row.IsDBNull(6) ? null : row.GetFieldValue<DateTimeOffset>(6)
        );
}
