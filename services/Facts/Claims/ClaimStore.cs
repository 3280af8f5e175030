using Npgsql;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Facts.Claims;

/// <summary>Claims and the sentences that make them.</summary>
internal sealed class ClaimStore(NpgsqlDataSource database)
{
    private const string Columns = """
        c.id, c.draft_id,
        ARRAY(SELECT sentence_id FROM claim_sentences WHERE claim_id = c.id ORDER BY position),
        c.claim_text, c.claim_type,
        ARRAY(SELECT exhibit_id FROM claim_exhibits WHERE claim_id = c.id ORDER BY created_at, exhibit_id),
        c.created_at, c.updated_at
        """;

    private const string Select = $"SELECT {Columns} FROM claims c";

    public async Task<Page<Claim>> ListAsync(Guid? draft, Paging paging, CancellationToken cancel)
    {
        const string where = "WHERE $1::uuid IS NULL OR draft_id = $1";
        var (take, skip) = (paging.Take, paging.Skip);
        // The page is cut out first: else the arrays of all rows before it would be read too.
        var items = await database
            .Sql(
                $"""
                SELECT {Columns}
                FROM claims c
                WHERE c.id IN (SELECT id FROM claims {where} ORDER BY created_at DESC, id DESC LIMIT $2 OFFSET $3)
                ORDER BY created_at DESC, id DESC
                """,
                draft,
                take,
                skip
            )
            .ListAsync(Read, cancel);
        return new Page<Claim>(items, await database.Sql($"SELECT count(*) FROM claims {where}", draft).ScalarAsync<long>(cancel));
    }

    public Task<Claim?> FindAsync(Guid id, CancellationToken cancel) =>
        database.Sql($"{Select} WHERE c.id = $1", id).FirstAsync(Read, cancel);

    /// <exception cref="ApiException">404: one of the sentences is unknown.</exception>
    public Task<Claim> AddAsync(NewClaim claim, CancellationToken cancel) =>
        database.InTransactionAsync(
            async connection =>
            {
                var id = Guid.CreateVersion7();
                await connection
                    .Sql(
                        "INSERT INTO claims (id, draft_id, claim_text, claim_type) VALUES ($1, $2, $3, $4)",
                        id,
                        claim.DraftId,
                        claim.ClaimText,
                        Name(claim.ClaimType)
                    )
                    .ExecuteAsync(cancel);
                await SetSentencesAsync(connection, id, claim.SentenceIds, cancel);
                return await ReadBackAsync(connection, id, cancel);
            },
            cancel
        );

    /// <summary>Changes a claim. A change that changes nothing leaves its time too, so that it can be repeated.</summary>
    /// <exception cref="ApiException">404: the claim or one of the sentences is unknown.</exception>
    public Task<Claim> ChangeAsync(Guid id, ClaimChange change, CancellationToken cancel) =>
        database.InTransactionAsync(
            async connection =>
            {
                // Locked first and read then: one statement would wait for the row, and see its sentences as they were before it waited.
                await connection.Sql("SELECT FROM claims WHERE id = $1 FOR UPDATE", id).ExecuteAsync(cancel);
                var old =
                    await connection.Sql($"{Select} WHERE c.id = $1", id).FirstAsync(Read, cancel)
                    ?? throw ApiException.NotFound("claim", id);
                var sentences = change.SentenceIds ?? old.SentenceIds;
                var (text, type) = (change.ClaimText ?? old.ClaimText, change.ClaimType ?? old.ClaimType);
                if (sentences.SequenceEqual(old.SentenceIds) && text == old.ClaimText && type == old.ClaimType)
                {
                    return old;
                }

                await connection
                    .Sql("UPDATE claims SET claim_text = $2, claim_type = $3, updated_at = now() WHERE id = $1", id, text, Name(type))
                    .ExecuteAsync(cancel);
                await connection.Sql("DELETE FROM claim_sentences WHERE claim_id = $1", id).ExecuteAsync(cancel);
                await SetSentencesAsync(connection, id, sentences, cancel);
                return await ReadBackAsync(connection, id, cancel);
            },
            cancel
        );

    /// <summary>Deletes a claim with its links.</summary>
    /// <exception cref="ApiException">404: there is none.</exception>
    public async Task DeleteAsync(Guid id, CancellationToken cancel)
    {
        if (await database.Sql("DELETE FROM claims WHERE id = $1", id).ExecuteAsync(cancel) == 0)
        {
            throw ApiException.NotFound("claim", id);
        }
    }

    private static async Task SetSentencesAsync(
        NpgsqlConnection connection,
        Guid claim,
        IReadOnlyList<Guid> sentences,
        CancellationToken cancel
    )
    {
        var ids = sentences.ToArray();
        var unknown = await connection
            .Sql("SELECT id FROM unnest($1) AS given (id) WHERE NOT EXISTS (SELECT FROM sentences s WHERE s.id = given.id)", ids)
            .ListAsync(row => row.GetGuid(0), cancel);
        if (unknown.Count > 0)
        {
            throw ApiException.NotFound("sentence", unknown[0]);
        }

        await connection
            .Sql(
                "INSERT INTO claim_sentences (claim_id, sentence_id, position) SELECT $1, id, place FROM unnest($2) WITH ORDINALITY AS given (id, place)",
                claim,
                ids
            )
            .ExecuteAsync(cancel);
    }

    private static async Task<Claim> ReadBackAsync(NpgsqlConnection connection, Guid id, CancellationToken cancel) =>
        (await connection.Sql($"{Select} WHERE c.id = $1", id).FirstAsync(Read, cancel))!;

    private static string Name(ClaimType type) => type.ToString().ToLowerInvariant();

    private static Claim Read(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetGuid(1),
            row.GetFieldValue<Guid[]>(2),
            row.GetString(3),
            Enum.Parse<ClaimType>(row.GetString(4), ignoreCase: true),
            row.GetFieldValue<Guid[]>(5),
            row.GetFieldValue<DateTimeOffset>(6),
            row.GetFieldValue<DateTimeOffset>(7)
        );
}
