using Exhibits.Catalog;
using Exhibits.Vault;
using ServiceDefaults.Http;
using ServiceDefaults.OpenApi;

namespace Exhibits.Documents;

/// <summary>Adds a document to an exhibit.</summary>
/// <param name="DocumentId">A piece of evidence that the Records service knows.</param>
public sealed record NewDocument([property: Resource("evidence")] Guid DocumentId) : IRequestBody;

internal static class DocumentEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder app)
    {
        var documents = app.MapGroup("/exhibits/{id:guid}/documents");
        documents
            .MapPost("", AddAsync)
            .WithName("AddDocument")
            .WithDescription("Adds a document at the end of the exhibit, once the Records service has confirmed it. Answers the exhibit.")
            .Produces<Exhibit>(201)
            .Problems(400, 404, 409, 503);
        documents.MapDelete("/{document_id:guid}", RemoveAsync).WithName("RemoveDocument").Produces(204).Problems(404);
    }

    private static async Task<IResult> AddAsync(
        Guid id,
        NewDocument request,
        ExhibitStore exhibits,
        DocumentStore store,
        EvidenceVault vault,
        CancellationToken cancel
    )
    {
        await exhibits.FindAsync(id, cancel);
        await vault.RequireAsync([request.DocumentId], cancel);
        await store.AddAsync(id, request.DocumentId, cancel);
        return Results.Created($"/exhibits/{id}", await exhibits.FindAsync(id, cancel));
    }

    private static async Task<IResult> RemoveAsync(Guid id, Guid document_id, DocumentStore store, CancellationToken cancel)
    {
        await store.RemoveAsync(id, document_id, cancel);
        return Results.NoContent();
    }
}
