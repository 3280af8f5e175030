using Npgsql;
using Records.Cases;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Records.Evidence;

/// <summary>The evidence vault in the database. The bytes have a table of their own, so that lists never touch them.</summary>
internal sealed class EvidenceStore(NpgsqlDataSource database)
{
    private const string Columns = "id, case_id, title, file_name, content_type, size, sha256, created_at";

    public async Task<EvidenceItem> FindAsync(Guid id, CancellationToken cancel) =>
        await database.Sql($"SELECT {Columns} FROM evidence WHERE id = $1", id).FirstAsync(Read, cancel) ?? throw NotFound(id);

    public async Task<byte[]> ContentAsync(Guid id, CancellationToken cancel) =>
        await database.Sql("SELECT content FROM evidence_content WHERE evidence_id = $1", id).ScalarAsync<byte[]>(cancel)
        ?? throw NotFound(id);

    public async Task<Page<EvidenceItem>> ListAsync(Guid caseId, CancellationToken cancel)
    {
        var items = await database
            .Sql($"SELECT {Columns} FROM evidence WHERE case_id = $1 ORDER BY created_at DESC, id DESC", caseId)
            .ListAsync(Read, cancel);
        return new Page<EvidenceItem>(items, items.Count);
    }

    public Task<EvidenceItem> AddAsync(NewEvidence evidence, CancellationToken cancel) =>
        database.InTransactionAsync(
            async connection =>
            {
                await CaseStore.LockAsync(connection, evidence.CaseId, cancel);
                var item = (
                    await connection
                        .Sql(
                            $"""
                            INSERT INTO evidence (id, case_id, title, file_name, content_type, size, sha256)
                            VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING {Columns}
                            """,
                            Guid.CreateVersion7(),
                            evidence.CaseId,
                            evidence.Title,
                            evidence.FileName,
                            evidence.ContentType,
                            evidence.Bytes.LongLength,
                            evidence.Sha256
                        )
                        .FirstAsync(Read, cancel)
                )!;
                await connection
                    .Sql("INSERT INTO evidence_content (evidence_id, content) VALUES ($1, $2)", item.Id, evidence.Bytes)
                    .ExecuteAsync(cancel);
                return item;
            },
            cancel
        );

    public async Task DeleteAsync(Guid id, CancellationToken cancel)
    {
        if (await database.Sql("DELETE FROM evidence WHERE id = $1", id).ExecuteAsync(cancel) == 0)
        {
            throw NotFound(id);
        }
    }

    private static ApiException NotFound(Guid id) => ApiException.NotFound("evidence", id);

    private static EvidenceItem Read(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetGuid(1),
            row.GetString(2),
            row.GetString(3),
            row.GetString(4),
            row.GetInt64(5),
            row.GetString(6),
            row.GetFieldValue<DateTimeOffset>(7)
        );
}
