using Npgsql;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Ingestion.Ingestions;

/// <summary>The record of ingestions.</summary>
internal sealed class IngestionStore(NpgsqlDataSource database)
{
    private const string Columns =
        "id, file_name, sha256, size_bytes, status, duration_ms, section_count, paragraph_count, sentence_count, citation_count, created_at, case_id, failure";

    /// <summary>Records an ingestion.</summary>
    public Task AddAsync(NewIngestion ingestion, CancellationToken cancel) =>
        database
            .Sql(
                """
                INSERT INTO ingestions
                  (id, case_id, file_name, sha256, size_bytes, status, failure, duration_ms, section_count, paragraph_count, sentence_count, citation_count)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
                """,
                ingestion.Id,
                ingestion.File.CaseId,
                ingestion.File.Name,
                ingestion.File.Sha256,
                ingestion.File.Bytes.Length,
                ingestion.Failure is null ? "succeeded" : "failed",
                ingestion.Failure,
                (int)ingestion.Duration.TotalMilliseconds,
                ingestion.Counts.Sections,
                ingestion.Counts.Paragraphs,
                ingestion.Counts.Sentences,
                ingestion.Counts.Citations
            )
            .ExecuteAsync(cancel);

    /// <summary>An ingestion.</summary>
    /// <exception cref="ApiException">404: there is none.</exception>
    public async Task<IngestionRecord> FindAsync(Guid id, CancellationToken cancel) =>
        await database.Sql($"SELECT {Columns} FROM ingestions WHERE id = $1", id).FirstAsync(Map, cancel)
        ?? throw ApiException.NotFound("ingestion", id);

    /// <summary>Ingestions, newest first.</summary>
    public async Task<Page<IngestionRecord>> ListAsync(Paging paging, CancellationToken cancel)
    {
        var items = await database
            .Sql($"SELECT {Columns} FROM ingestions ORDER BY created_at DESC, id DESC LIMIT $1 OFFSET $2", paging.Take, paging.Skip)
            .ListAsync(Map, cancel);
        return new Page<IngestionRecord>(items, await database.Sql("SELECT count(*) FROM ingestions").ScalarAsync<long>(cancel));
    }

    private static IngestionRecord Map(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetString(1),
            row.GetString(2),
            row.GetInt32(3),
            Enum.Parse<IngestionStatus>(row.GetString(4), ignoreCase: true),
            row.GetInt32(5),
            new Counts(row.GetInt32(6), row.GetInt32(7), row.GetInt32(8), row.GetInt32(9)),
            row.GetFieldValue<DateTimeOffset>(10),
            row.Maybe<Guid?>(11),
            row.Maybe<string>(12)
        );
}

/// <summary>An ingestion to be recorded.</summary>
/// <param name="Id">Its id.</param>
/// <param name="File">The file.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Counts">What was found.</param>
/// <param name="Failure">Why it failed, if it did.</param>
internal sealed record NewIngestion(Guid Id, UploadedFile File, TimeSpan Duration, Counts Counts, string? Failure = null);
