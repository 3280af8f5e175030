using Npgsql;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Facts.Support;

/// <summary>The links between claims and exhibits.</summary>
internal sealed class SupportStore(NpgsqlDataSource database)
{
    /// <exception cref="ApiException">404: there is no such claim; 409: the exhibit is linked to it already.</exception>
    public Task LinkAsync(Guid claim, Guid exhibit, CancellationToken cancel) =>
        database.InTransactionAsync(
            async connection =>
            {
                await TouchAsync(connection, claim, cancel);
                return
                    await connection
                        .Sql("INSERT INTO claim_exhibits (claim_id, exhibit_id) VALUES ($1, $2) ON CONFLICT DO NOTHING", claim, exhibit)
                        .ExecuteAsync(cancel) == 1
                    ? claim
                    : throw ApiException.Conflict($"The exhibit {exhibit} is linked to this claim already.");
            },
            cancel
        );

    /// <exception cref="ApiException">404: there is no such claim, or the exhibit is not linked to it.</exception>
    public Task UnlinkAsync(Guid claim, Guid exhibit, CancellationToken cancel) =>
        database.InTransactionAsync(
            async connection =>
            {
                await TouchAsync(connection, claim, cancel);
                return
                    await connection
                        .Sql("DELETE FROM claim_exhibits WHERE claim_id = $1 AND exhibit_id = $2", claim, exhibit)
                        .ExecuteAsync(cancel) == 1
                    ? claim
                    : throw ApiException.NotFound("exhibit linked to this claim with the id", exhibit);
            },
            cancel
        );

    private static async Task TouchAsync(NpgsqlConnection connection, Guid claim, CancellationToken cancel)
    {
        if (await connection.Sql("UPDATE claims SET updated_at = now() WHERE id = $1", claim).ExecuteAsync(cancel) == 0)
        {
            throw ApiException.NotFound("claim", claim);
        }
    }
}
