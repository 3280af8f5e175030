using Npgsql;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Export.Exports;

/// <summary>The record of exports.</summary>
internal sealed class ExportStore(NpgsqlDataSource database)
{
    private const string Columns = "id, source, title, file_name, sha256, size_bytes, include_exhibits, include_authorities, created_at, draft_id, draft_version";
    private const string Filter = "WHERE ($1::uuid IS NULL OR draft_id = $1)";

    /// <summary>Records an export.</summary>
    public async Task<ExportRecord> AddAsync(NewExport export, CancellationToken cancel)
    {
        var rows = await database.Sql(
            $"""
             INSERT INTO exports (id, draft_id, draft_version, title, file_name, sha256, size_bytes, include_exhibits, include_authorities)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             RETURNING {Columns}
             """,
            Guid.CreateVersion7(), export.DraftId, export.DraftVersion, export.Title, export.FileName,
            ExportedFile.Digest(export.Bytes), export.Bytes.Length, export.IncludeExhibits, export.IncludeAuthorities).ListAsync(Map, cancel);
        return rows.Single();
    }

    /// <summary>An export.</summary>
    /// <exception cref="ApiException">404: there is none.</exception>
    public async Task<ExportRecord> FindAsync(Guid id, CancellationToken cancel) =>
        await database.Sql($"SELECT {Columns} FROM exports WHERE id = $1", id).FirstAsync(Map, cancel)
        ?? throw ApiException.NotFound("export", id);

    /// <summary>Exports, newest first.</summary>
    /// <param name="draftId">Only those of this draft.</param>
    public async Task<Page<ExportRecord>> ListAsync(Guid? draftId, Paging paging, CancellationToken cancel)
    {
        var items = await database
            .Sql($"SELECT {Columns} FROM exports {Filter} ORDER BY created_at DESC, id DESC LIMIT $2 OFFSET $3", draftId, paging.Take, paging.Skip)
            .ListAsync(Map, cancel);
        return new Page<ExportRecord>(items, await database.Sql($"SELECT count(*) FROM exports {Filter}", draftId).ScalarAsync<long>(cancel));
    }

    private static ExportRecord Map(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        Enum.Parse<ExportSource>(row.GetString(1), ignoreCase: true),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.GetInt32(5),
        row.GetBoolean(6),
        row.GetBoolean(7),
        row.GetFieldValue<DateTimeOffset>(8),
        row.Maybe<Guid?>(9),
        row.Maybe<int?>(10));
}

/// <summary>An export to be recorded.</summary>
internal sealed record NewExport(string Title, string FileName, byte[] Bytes, Guid? DraftId = null, int? DraftVersion = null, bool IncludeExhibits = false, bool IncludeAuthorities = false);
