using Export.Checking;
using Export.Writing;
using ServiceDefaults.Dependencies;

namespace Export.Sources;

/// <summary>The appendix of a draft: labels and titles from Exhibits, the documents' titles from Records.</summary>
internal sealed class AppendixSource([FromKeyedServices("exhibits")] Dependency exhibits, [FromKeyedServices("records")] Dependency records)
{
    /// <summary>The exhibits of a draft in the order of their labels.</summary>
    public async Task<IReadOnlyList<AppendixEntry>> GetAsync(Draft draft, CancellationToken cancel)
    {
        var appendix = (await exhibits.GetAsync<Appendix>($"/exhibits/appendix?draft_id={draft.Id}", cancel)).Expected("exhibits");
        if (appendix.Entries.Count == 0)
        {
            return [];
        }

        var documents = await DocumentTitlesAsync(draft.CaseId, cancel);
        return
        [
            .. appendix.Entries.Select(e => new AppendixEntry(
                e.Label,
                XmlText.Clean(e.Title),
                [.. e.DocumentIds.Select(id => XmlText.Clean(documents.GetValueOrDefault(id, "(not in the evidence of this case)")))]
            )),
        ];
    }

    private async Task<Dictionary<Guid, string>> DocumentTitlesAsync(Guid caseId, CancellationToken cancel)
    {
        var reply = await records.GetAsync<List<EvidenceItem>>($"/api/cases/{caseId}/evidence", cancel);
        return reply.IsNotFound ? [] : reply.Expected("records").ToDictionary(d => d.Id, d => d.Title);
    }

    private sealed record Appendix(IReadOnlyList<Entry> Entries);

    private sealed record Entry(string Label, string Title, IReadOnlyList<Guid> DocumentIds);

    private sealed record EvidenceItem(Guid Id, string Title);
}
