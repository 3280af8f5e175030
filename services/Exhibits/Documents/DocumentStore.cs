using Exhibits.Catalog;
using Npgsql;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Exhibits.Documents;

/// <summary>Which documents an exhibit consists of.</summary>
internal sealed class DocumentStore(NpgsqlDataSource database)
{
    /// <exception cref="ApiException">404: there is no such exhibit; 409: it has the document already.</exception>
    public Task AddAsync(Guid exhibit, Guid document, CancellationToken cancel) =>
        database.InTransactionAsync(
            async connection =>
            {
                await TouchAsync(connection, exhibit, cancel);
                return
                    await connection
                        .Sql(
                            """
                            INSERT INTO exhibit_documents (exhibit_id, document_id, position)
                            SELECT $1, $2, coalesce(max(position), 0) + 1 FROM exhibit_documents WHERE exhibit_id = $1
                            ON CONFLICT (exhibit_id, document_id) DO NOTHING
                            """,
                            exhibit,
                            document
                        )
                        .ExecuteAsync(cancel) == 1
                    ? exhibit
                    : throw ApiException.Conflict($"The exhibit has the document {document} already.");
            },
            cancel
        );

    /// <exception cref="ApiException">404: there is no such exhibit, or it does not have the document.</exception>
    public Task RemoveAsync(Guid exhibit, Guid document, CancellationToken cancel) =>
        database.InTransactionAsync(
            async connection =>
            {
                await TouchAsync(connection, exhibit, cancel);
                return
                    await connection
                        .Sql("DELETE FROM exhibit_documents WHERE exhibit_id = $1 AND document_id = $2", exhibit, document)
                        .ExecuteAsync(cancel) == 1
                    ? exhibit
                    : throw ApiException.NotFound("document in this exhibit with the id", document);
            },
            cancel
        );

    /// <summary>Notes the change, and holds the exhibit: those who add to it at the same time take turns.</summary>
    private static async Task TouchAsync(NpgsqlConnection connection, Guid exhibit, CancellationToken cancel)
    {
        if (await connection.Sql("UPDATE exhibits SET updated_at = now() WHERE id = $1", exhibit).ExecuteAsync(cancel) == 0)
        {
            throw ExhibitStore.NotFound(exhibit);
        }
    }
}
