using ServiceDefaults.Dependencies;
using ServiceDefaults.Http;

namespace Exhibits.Vault;

/// <summary>The evidence vault of the Records service, which holds the documents that exhibits refer to.</summary>
internal sealed class EvidenceVault([FromKeyedServices("records")] Dependency records)
{
    /// <summary>Makes sure that the vault has these documents.</summary>
    /// <exception cref="ApiException">404: it has not.</exception>
    /// <exception cref="DependencyException">It does not answer.</exception>
    public async Task RequireAsync(IReadOnlyList<Guid> documents, CancellationToken cancel)
    {
        var replies = await Task.WhenAll(documents.Select(id => records.GetAsync<Evidence>($"/api/evidence/{id}", cancel)));
        foreach (var (id, reply) in documents.Zip(replies))
        {
            if (reply.Optional("records") is null)
            {
                throw ApiException.NotFound("document", id);
            }
        }
    }

    /// <summary>What matters of a piece of evidence: that it is there.</summary>
    private sealed record Evidence(Guid Id);
}
