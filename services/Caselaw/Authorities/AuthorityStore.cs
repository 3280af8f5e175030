using Caselaw.Citations;
using Npgsql;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Caselaw.Authorities;

/// <summary>The authorities. A unique index keeps two requests from storing the same one at once.</summary>
internal sealed class AuthorityStore(NpgsqlDataSource database)
{
    private const string Columns = "id, citation, type, normalized_citation, created_at";

    public async Task<Page<Authority>> ListAsync(string? type, Paging paging, CancellationToken cancel)
    {
        const string where = "WHERE $1::text IS NULL OR type = $1";
        var (take, skip) = (paging.Take, paging.Skip);
        var items = await database
            .Sql($"SELECT {Columns} FROM authorities {where} ORDER BY created_at DESC, id DESC LIMIT $2 OFFSET $3", type, take, skip)
            .ListAsync(Read, cancel);
        return new Page<Authority>(items, await database.Sql($"SELECT count(*) FROM authorities {where}", type).ScalarAsync<long>(cancel));
    }

    public async Task<Authority> FindAsync(Guid id, CancellationToken cancel) =>
        await database.Sql($"SELECT {Columns} FROM authorities WHERE id = $1", id).FirstAsync(Read, cancel) ?? throw NotFound(id);

    /// <exception cref="ApiException">409: it is there already.</exception>
    public async Task<Authority> AddAsync(string citation, CitationType type, string normalized, CancellationToken cancel) =>
        await database
            .Sql(
                $"INSERT INTO authorities (id, citation, type, normalized_citation) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING {Columns}",
                Guid.CreateVersion7(),
                citation,
                type.ToName(),
                normalized
            )
            .FirstAsync(Read, cancel)
        ?? throw ApiException.Conflict($"The authority '{normalized}' is stored already.");

    public async Task DeleteAsync(Guid id, CancellationToken cancel)
    {
        if (await database.Sql("DELETE FROM authorities WHERE id = $1", id).ExecuteAsync(cancel) == 0)
        {
            throw NotFound(id);
        }
    }

    private static ApiException NotFound(Guid id) => ApiException.NotFound("authority", id);

    private static Authority Read(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetString(1),
            CitationTypes.Parse(row.GetString(2)),
            row.GetString(3),
            row.GetFieldValue<DateTimeOffset>(4)
        );
}
