using Npgsql;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Export.Exports;

/// <summary>The record of exports.</summary>
internal sealed class ExportStore(NpgsqlDataSource database)
{
    private const string Columns =
        "id, title, file_name, sha256, size_bytes, include_exhibits, include_authorities, created_at, draft_id, draft_version, duration_ms";
    private const string Filter = "WHERE ($1::uuid IS NULL OR draft_id = $1)";

    /// <summary>Records an export.</summary>
    public async Task<ExportRecord> AddAsync(NewExport export, CancellationToken cancel)
    {
        var rows = await database
            .Sql(
                $"""
                INSERT INTO exports (id, draft_id, draft_version, title, file_name, sha256, size_bytes, include_exhibits, include_authorities, duration_ms)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                RETURNING {Columns}
                """,
                Guid.CreateVersion7(),
                export.DraftId,
                export.DraftVersion,
                export.Title,
                export.FileName,
                ExportedFile.Digest(export.Bytes),
                export.Bytes.Length,
                export.IncludeExhibits,
                export.IncludeAuthorities,
                (int)export.Duration.TotalMilliseconds
            )
            .ListAsync(Map, cancel);
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
            .Sql(
                $"SELECT {Columns} FROM exports {Filter} ORDER BY created_at DESC, id DESC LIMIT $2 OFFSET $3",
                draftId,
                paging.Take,
                paging.Skip
            )
            .ListAsync(Map, cancel);
        return new Page<ExportRecord>(
            items,
            await database.Sql($"SELECT count(*) FROM exports {Filter}", draftId).ScalarAsync<long>(cancel)
        );
    }

    private static ExportRecord Map(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.IsDBNull(8) ? ExportSource.Inline : ExportSource.Draft,
            row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            row.GetInt32(4),
            row.GetBoolean(5),
            row.GetBoolean(6),
            row.GetFieldValue<DateTimeOffset>(7),
            row.Maybe<Guid?>(8),
            row.Maybe<int?>(9),
            row.Maybe<int?>(10)
        );
}

/// <summary>An export to be recorded.</summary>
/// <param name="Duration">How long it took.</param>
internal sealed record NewExport(
    string Title,
    string FileName,
    byte[] Bytes,
    TimeSpan Duration,
    Guid? DraftId = null,
    int? DraftVersion = null,
    bool IncludeExhibits = false,
    bool IncludeAuthorities = false
);
