using Export.Checking;
using Export.Writing;
using ServiceDefaults.Dependencies;
using ServiceDefaults.Http;

namespace Export.Sources;

/// <summary>The table of authorities of a draft, made anew by Caselaw so that it fits the draft as it stands.</summary>
internal sealed class AuthoritiesSource([FromKeyedServices("caselaw")] Dependency caselaw)
{
    /// <summary>The table, grouped and sorted.</summary>
    /// <exception cref="ApiException">404: the draft has gone meanwhile.</exception>
    public async Task<IReadOnlyList<AuthorityGroup>> GetAsync(Draft draft, CancellationToken cancel)
    {
        var reply = await caselaw.PostAsync<Table>("/toa/generate", new { DraftId = draft.Id }, cancel);
        var table = reply.IsNotFound ? throw ApiException.NotFound("draft", draft.Id) : reply.Expected("caselaw");
        return [Group("Cases", table.Cases), Group("Statutes", table.Statutes), Group("Regulations", table.Regulations)];
    }

    private static AuthorityGroup Group(string name, IReadOnlyList<Entry> entries) =>
        new(name, [.. entries.Select(e => XmlText.Clean(e.Citation))]);

    private sealed record Table(IReadOnlyList<Entry> Cases, IReadOnlyList<Entry> Statutes, IReadOnlyList<Entry> Regulations);

    private sealed record Entry(string Citation);
}
