using Clients;
using Clients.Exhibits;
using IntegrationSuite.TestKit;

namespace Contracts.Laws.Refusals;

/// <summary>What Exhibits refuses.</summary>
internal static class ExhibitRefusals
{
    public static IReadOnlyList<Refusal> All { get; } =
    [
        new("exhibits", "POST /exhibits", 404, "a document that is not there behind one that is", CreateAsync),
        new("exhibits", "PUT /exhibits/{id}", 400, "a blank title", ChangeAsync),
        new("exhibits", "DELETE /exhibits/{id}", 404, "an id that is none's", DeleteAsync),
        new("exhibits", "POST /exhibits/{id}/documents", 409, "a document that is in it", AddAgainAsync),
        new("exhibits", "POST /exhibits/{id}/documents", 404, "a document that is not there", AddNothingAsync),
        new("exhibits", "DELETE /exhibits/{id}/documents/{document_id}", 404, "a document that is not in it", RemoveAsync),
    ];

    private static async Task<Refused> CreateAsync(Services services)
    {
        var (document, http) = ((await services.Records.AddEvidenceAsync()).Id, services.Http("exhibits"));
        var exhibit = new NewExhibit { DocumentIds = [document] };
        return new(
            () => http.PostJsonAsync("/exhibits", exhibit with { DocumentIds = [document, Guid.CreateVersion7()] }),
            () => http.PostJsonAsync("/exhibits", exhibit),
            (http, $"/exhibits?draft_id={exhibit.DraftId}"),
            (http, $"/exhibits/appendix?draft_id={exhibit.DraftId}")
        );
    }

    private static async Task<Refused> ChangeAsync(Services services)
    {
        var (exhibit, http) = (await FilledAsync(services), services.Http("exhibits"));
        var path = $"/exhibits/{exhibit.Id}";
        return new(
            () => http.PutJsonAsync(path, $$"""{"title": " ", "sentence_ids": ["{{Guid.CreateVersion7()}}"]}"""),
            () => http.PutJsonAsync(path, new ExhibitChange("Changed")),
            (http, path)
        );
    }

    private static async Task<Refused> DeleteAsync(Services services)
    {
        var (path, http) = ($"/exhibits/{(await FilledAsync(services)).Id}", services.Http("exhibits"));
        return new(() => http.DeleteAsync($"/exhibits/{Guid.NewGuid()}"), () => http.DeleteAsync(path), (http, path));
    }

    private static async Task<Refused> AddAgainAsync(Services services)
    {
        var exhibit = await FilledAsync(services);
        return await AddAsync(services, exhibit, exhibit.DocumentIds[0]);
    }

    private static async Task<Refused> AddNothingAsync(Services services) =>
        await AddAsync(services, await FilledAsync(services), Guid.CreateVersion7());

    private static async Task<Refused> AddAsync(Services services, Exhibit exhibit, Guid wrong)
    {
        var (right, http) = ((await services.Records.AddEvidenceAsync()).Id, services.Http("exhibits"));
        var path = $"/exhibits/{exhibit.Id}";
        return new(
            () => http.PostJsonAsync($"{path}/documents", new { DocumentId = wrong }),
            () => http.PostJsonAsync($"{path}/documents", new { DocumentId = right }),
            (http, path),
            (services.Http("records"), $"/api/evidence/{right}")
        );
    }

    private static async Task<Refused> RemoveAsync(Services services)
    {
        var (exhibit, http) = (await FilledAsync(services), services.Http("exhibits"));
        var path = $"/exhibits/{exhibit.Id}";
        return new(
            () => http.DeleteAsync($"{path}/documents/{Guid.NewGuid()}"),
            () => http.DeleteAsync($"{path}/documents/{exhibit.DocumentIds[0]}"),
            (http, path)
        );
    }

    private static async Task<Exhibit> FilledAsync(Services services) =>
        await services.Exhibits.CreateAsync(new NewExhibit { DocumentIds = [(await services.Records.AddEvidenceAsync()).Id] });
}
