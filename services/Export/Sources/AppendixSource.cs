using Export.Checking;
using Export.Writing;
using ServiceDefaults.Dependencies;

namespace Export.Sources;

/// <summary>The appendix of a draft: labels from Exhibits, the documents' titles from Records.</summary>
internal sealed class AppendixSource([FromKeyedServices("exhibits")] Dependency exhibits, [FromKeyedServices("records")] Dependency records)
{
    private const int PageSize = 200;

    /// <summary>The exhibits of a draft in the order of their labels.</summary>
    public async Task<IReadOnlyList<AppendixEntry>> GetAsync(Draft draft, CancellationToken cancel)
    {
        var appendix = (await exhibits.GetAsync<Appendix>($"/exhibits/appendix?draft_id={draft.Id}", cancel)).Expected("exhibits");
        if (appendix.Entries.Count == 0)
        {
            return [];
        }

        var titles = await ExhibitTitlesAsync(draft.Id, cancel);
        var documents = await DocumentTitlesAsync(draft.CaseId, cancel);
        return [.. appendix.Entries.Select(e => new AppendixEntry(
            e.Label,
            XmlText.Clean(titles.GetValueOrDefault(e.ExhibitId, "(withdrawn)")),
            [.. e.DocumentIds.Select(id => XmlText.Clean(documents.GetValueOrDefault(id, "(not in the evidence of this case)")))]))];
    }

    private async Task<Dictionary<Guid, string>> ExhibitTitlesAsync(Guid draftId, CancellationToken cancel)
    {
        var titles = new Dictionary<Guid, string>();
        List<Titled> page;
        var offset = 0;
        do
        {
            page = (await exhibits.GetAsync<List<Titled>>($"/exhibits?draft_id={draftId}&limit={PageSize}&offset={offset}", cancel)).Expected("exhibits");
            page.ForEach(exhibit => titles[exhibit.Id] = exhibit.Title);
            offset += page.Count;
        }
        while (page.Count == PageSize);
        return titles;
    }

    private async Task<Dictionary<Guid, string>> DocumentTitlesAsync(Guid caseId, CancellationToken cancel)
    {
        var reply = await records.GetAsync<List<Titled>>($"/api/cases/{caseId}/evidence", cancel);
        return reply.IsNotFound ? [] : reply.Expected("records").ToDictionary(d => d.Id, d => d.Title);
    }

    private sealed record Appendix(IReadOnlyList<Entry> Entries);

    private sealed record Entry(string Label, Guid ExhibitId, IReadOnlyList<Guid> DocumentIds);

    private sealed record Titled(Guid Id, string Title);
}
