using Clients;
using Clients.Records;

namespace Contracts.Laws.Refusals;

/// <summary>What Records refuses of evidence.</summary>
internal static class EvidenceRefusals
{
    public static IReadOnlyList<Refusal> All { get; } =
    [
        new("records", "POST /api/evidence", 400, "a blank title", s => AddAsync(s, evidence => evidence with { Title = " " })),
        new("records", "POST /api/evidence", 400, "an empty file", s => AddAsync(s, evidence => evidence with { Bytes = [] })),
        new("records", "POST /api/evidence", 404, "a case that is not there", s => AddAsync(s, e => e with { CaseId = Guid.NewGuid() })),
        new("records", "GET /api/evidence/{id}/content", 404, "an id that is none's", ReadAsync),
        new("records", "DELETE /api/evidence/{id}", 404, "an id that is none's", DeleteAsync),
    ];

    private static async Task<Refused> AddAsync(Services services, Func<NewEvidence, NewEvidence> wrong)
    {
        var (evidence, http) = (new NewEvidence((await services.Records.CreateCaseAsync()).Id), services.Http("records"));
        return new(
            () => http.PostAsync("/api/evidence", wrong(evidence).ToForm()),
            () => http.PostAsync("/api/evidence", evidence.ToForm()),
            (http, $"/api/cases/{evidence.CaseId}/evidence"),
            (http, $"/api/cases/{evidence.CaseId}")
        );
    }

    private static async Task<Refused> ReadAsync(Services services)
    {
        var (path, http) = ($"/api/evidence/{(await services.Records.AddEvidenceAsync()).Id}", services.Http("records"));
        return new(() => http.GetAsync($"/api/evidence/{Guid.NewGuid()}/content"), () => http.GetAsync($"{path}/content"), (http, path));
    }

    private static async Task<Refused> DeleteAsync(Services services)
    {
        var (path, http) = ($"/api/evidence/{(await services.Records.AddEvidenceAsync()).Id}", services.Http("records"));
        return new(() => http.DeleteAsync($"/api/evidence/{Guid.NewGuid()}"), () => http.DeleteAsync(path), (http, path));
    }
}
