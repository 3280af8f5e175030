using Clients;
using Clients.Caselaw;
using IntegrationSuite.TestKit;

namespace Contracts.Laws.Refusals;

/// <summary>What Caselaw refuses.</summary>
internal static class AuthorityRefusals
{
    public static IReadOnlyList<Refusal> All { get; } =
    [
        new("caselaw", "POST /authorities", 409, "a citation that is stored", CreateAsync),
        new("caselaw", "DELETE /authorities/{id}", 404, "an id that is none's", DeleteAsync),
        new("caselaw", "POST /toa/generate", 404, "a draft that is not there", GenerateAsync),
        new("caselaw", "GET /toa/{draft_id}", 404, "a draft without a table", ReadTableAsync),
        new("caselaw", "POST /citations/format", 422, "a part missing", FormatAsync),
    ];

    private static async Task<Refused> CreateAsync(Services services)
    {
        var (stored, http) = (await services.Caselaw.CreateAuthorityAsync(), services.Http("caselaw"));
        return new(
            () => http.PostJsonAsync("/authorities", new NewAuthority(stored.Citation.ToUpperInvariant(), "case")),
            () => http.PostJsonAsync("/authorities", new NewAuthority($"Code of Tests § {Guid.NewGuid()}", "case")),
            (http, $"/authorities/{stored.Id}")
        );
    }

    private static async Task<Refused> DeleteAsync(Services services)
    {
        var (path, http) = ($"/authorities/{(await services.Caselaw.CreateAuthorityAsync()).Id}", services.Http("caselaw"));
        return new(() => http.DeleteAsync($"/authorities/{Guid.NewGuid()}"), () => http.DeleteAsync(path), (http, path));
    }

    private static async Task<Refused> GenerateAsync(Services services)
    {
        var (draft, http) = ((await services.Records.CreateDraftAsync()).Id, services.Http("caselaw"));
        await services.Caselaw.GenerateTableAsync(draft);
        return new(
            () => http.PostJsonAsync("/toa/generate", new { DraftId = Guid.CreateVersion7() }),
            () => http.PostJsonAsync("/toa/generate", new { DraftId = draft }),
            (http, $"/toa/{draft}")
        );
    }

    private static async Task<Refused> ReadTableAsync(Services services)
    {
        var (draft, http) = ((await services.Records.CreateDraftAsync()).Id, services.Http("caselaw"));
        await services.Caselaw.GenerateTableAsync(draft);
        return new(() => http.GetAsync($"/toa/{Guid.CreateVersion7()}"), () => http.GetAsync($"/toa/{draft}"));
    }

    private static Task<Refused> FormatAsync(Services services)
    {
        var http = services.Http("caselaw");
        return Task.FromResult(
            new Refused(
                () => http.PostJsonAsync("/citations/format", """{"type": "case", "components": {"volume": 1, "page": 2}}"""),
                () =>
                    http.PostJsonAsync(
                        "/citations/format",
                        """{"type": "case", "components": {"volume": 1, "reporter": "U.S.", "page": 2}}"""
                    )
            )
        );
    }
}
