using Npgsql;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Exhibits.Catalog;

/// <summary>Exhibits with the documents that they consist of.</summary>
internal sealed class ExhibitStore(NpgsqlDataSource database)
{
    private const string Columns = """
        e.id, e.draft_id, e.title, e.sentence_ids,
        ARRAY(SELECT document_id FROM exhibit_documents WHERE exhibit_id = e.id ORDER BY position),
        e.created_at, e.updated_at
        """;

    private const string Select = $"SELECT {Columns} FROM exhibits e";

    public async Task<Page<Exhibit>> ListAsync(Guid? draft, Paging paging, CancellationToken cancel)
    {
        const string where = "WHERE $1::uuid IS NULL OR draft_id = $1";
        var (take, skip) = (paging.Take, paging.Skip);
        // The page is cut out first: else the arrays of all rows before it would be read too.
        var items = await database
            .Sql(
                $"""
                SELECT {Columns}
                FROM (SELECT * FROM exhibits {where} ORDER BY created_at DESC, id DESC LIMIT $2 OFFSET $3) e
                ORDER BY created_at DESC, id DESC
                """,
                draft,
                take,
                skip
            )
            .ListAsync(Read, cancel);
        return new Page<Exhibit>(items, await database.Sql($"SELECT count(*) FROM exhibits {where}", draft).ScalarAsync<long>(cancel));
    }

    /// <summary>Every exhibit of a draft, oldest first.</summary>
    public Task<List<Exhibit>> OfDraftAsync(Guid draft, CancellationToken cancel) =>
        database.Sql($"{Select} WHERE draft_id = $1 ORDER BY created_at, id", draft).ListAsync(Read, cancel);

    public async Task<Exhibit> FindAsync(Guid id, CancellationToken cancel) =>
        await database.Sql($"{Select} WHERE id = $1", id).FirstAsync(Read, cancel) ?? throw NotFound(id);

    public Task<Exhibit> AddAsync(NewExhibit exhibit, CancellationToken cancel) =>
        database.InTransactionAsync(
            async connection =>
            {
                var id = Guid.CreateVersion7();
                await connection
                    .Sql(
                        "INSERT INTO exhibits (id, draft_id, title, sentence_ids) VALUES ($1, $2, $3, $4)",
                        id,
                        exhibit.DraftId,
                        exhibit.Title,
                        (exhibit.SentenceIds ?? []).ToArray()
                    )
                    .ExecuteAsync(cancel);
                await connection
                    .Sql(
                        """
                        INSERT INTO exhibit_documents (exhibit_id, document_id, position)
                        SELECT $1, given.id, given.position FROM unnest($2) WITH ORDINALITY AS given (id, position)
                        """,
                        id,
                        (exhibit.DocumentIds ?? []).ToArray()
                    )
                    .ExecuteAsync(cancel);
                return (await connection.Sql($"{Select} WHERE id = $1", id).FirstAsync(Read, cancel))!;
            },
            cancel
        );

    /// <summary>Changes an exhibit. A change that changes nothing leaves its time too, so that it can be repeated.</summary>
    public async Task<Exhibit> ChangeAsync(Guid id, ExhibitChange change, CancellationToken cancel)
    {
        await database
            .Sql(
                """
                UPDATE exhibits SET title = coalesce($2, title), sentence_ids = coalesce($3, sentence_ids), updated_at = now()
                WHERE id = $1 AND (title, sentence_ids) <> (coalesce($2, title), coalesce($3, sentence_ids))
                """,
                id,
                change.Title,
                change.SentenceIds?.ToArray()
            )
            .ExecuteAsync(cancel);
        return await FindAsync(id, cancel);
    }

    public async Task DeleteAsync(Guid id, CancellationToken cancel)
    {
        if (await database.Sql("DELETE FROM exhibits WHERE id = $1", id).ExecuteAsync(cancel) == 0)
        {
            throw NotFound(id);
        }
    }

    /// <summary>The 404 for an exhibit.</summary>
    public static ApiException NotFound(Guid id) => ApiException.NotFound("exhibit", id);

    private static Exhibit Read(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetGuid(1),
            row.GetString(2),
            row.GetFieldValue<Guid[]>(3),
            row.GetFieldValue<Guid[]>(4),
            row.GetFieldValue<DateTimeOffset>(5),
            row.GetFieldValue<DateTimeOffset>(6)
        );
}
