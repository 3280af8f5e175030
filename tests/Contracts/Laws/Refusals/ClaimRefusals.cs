using Clients;
using Clients.Exhibits;
using Clients.Facts;
using IntegrationSuite.TestKit;

namespace Contracts.Laws.Refusals;

/// <summary>What Facts refuses.</summary>
internal static class ClaimRefusals
{
    public static IReadOnlyList<Refusal> All { get; } =
    [
        new("facts", "POST /facts/claims", 404, "a sentence that is not there behind one that is", CreateAsync),
        new("facts", "PUT /facts/claims/{id}", 404, "a sentence that is not there behind one that is", ChangeAsync),
        new("facts", "DELETE /facts/claims/{id}", 404, "an id that is none's", DeleteAsync),
        new("facts", "POST /facts/claims/{id}/exhibits", 409, "an exhibit that is linked", LinkAgainAsync),
        new("facts", "POST /facts/claims/{id}/exhibits", 404, "an exhibit that is not there", LinkNothingAsync),
        new("facts", "DELETE /facts/claims/{id}/exhibits/{exhibit_id}", 404, "an exhibit that is not linked", UnlinkAsync),
        new("facts", "GET /facts/claims/{id}/support", 404, "an id that is none's", SupportAsync),
        new("facts", "POST /facts/parse", 400, "a known sentence twice", ParseAsync),
    ];

    private static async Task<Refused> CreateAsync(Services services)
    {
        var (sentence, http) = ((await services.Facts.ParseAsync("He paid."))[0].Id, services.Http("facts"));
        var claim = new NewClaim(sentence);
        return new(
            () => http.PostJsonAsync("/facts/claims", claim with { SentenceIds = [sentence, Guid.CreateVersion7()] }),
            () => http.PostJsonAsync("/facts/claims", claim),
            (http, $"/facts/claims?draft_id={claim.DraftId}"),
            (http, $"/facts/sentences/{sentence}")
        );
    }

    private static async Task<Refused> ChangeAsync(Services services)
    {
        var (claim, http) = (await services.Facts.CreateClaimAsync(), services.Http("facts"));
        var path = $"/facts/claims/{claim.Id}";
        return new(
            () => http.PutJsonAsync(path, new ClaimChange([claim.SentenceIds[0], Guid.CreateVersion7()], "Lost.", "legal")),
            () => http.PutJsonAsync(path, new ClaimChange(ClaimText: "Changed.")),
            (http, path)
        );
    }

    private static async Task<Refused> DeleteAsync(Services services)
    {
        var (path, http) = ($"/facts/claims/{(await services.Facts.CreateClaimAsync()).Id}", services.Http("facts"));
        return new(() => http.DeleteAsync($"/facts/claims/{Guid.NewGuid()}"), () => http.DeleteAsync(path), (http, path));
    }

    private static async Task<Refused> LinkAgainAsync(Services services)
    {
        var (claim, linked) = await LinkedAsync(services);
        return await LinkAsync(services, claim, linked);
    }

    private static async Task<Refused> LinkNothingAsync(Services services) =>
        await LinkAsync(services, (await LinkedAsync(services)).Claim, Guid.CreateVersion7());

    private static async Task<Refused> LinkAsync(Services services, Guid claim, Guid wrong)
    {
        var (right, http) = ((await services.Exhibits.CreateAsync()).Id, services.Http("facts"));
        var path = $"/facts/claims/{claim}";
        return new(
            () => http.PostJsonAsync($"{path}/exhibits", new { ExhibitId = wrong }),
            () => http.PostJsonAsync($"{path}/exhibits", new { ExhibitId = right }),
            (http, path)
        );
    }

    private static async Task<Refused> UnlinkAsync(Services services)
    {
        var (claim, linked) = await LinkedAsync(services);
        var (path, http) = ($"/facts/claims/{claim}", services.Http("facts"));
        return new(
            () => http.DeleteAsync($"{path}/exhibits/{Guid.NewGuid()}"),
            () => http.DeleteAsync($"{path}/exhibits/{linked}"),
            (http, path)
        );
    }

    private static async Task<Refused> SupportAsync(Services services)
    {
        var (path, http) = ($"/facts/claims/{(await LinkedAsync(services)).Claim}", services.Http("facts"));
        return new(() => http.GetAsync($"/facts/claims/{Guid.NewGuid()}/support"), () => http.GetAsync($"{path}/support"), (http, path));
    }

    private static async Task<Refused> ParseAsync(Services services)
    {
        var (known, http) = ((await services.Facts.ParseAsync("He paid."))[0], services.Http("facts"));
        var twice = new ParseRequest("He paid!")
        {
            KnownSentences = [new KnownSentence(known.Id, known.Text), new KnownSentence(known.Id, known.Text)],
        };
        return new(
            () => http.PostJsonAsync("/facts/parse", twice),
            () => http.PostJsonAsync("/facts/parse", twice with { KnownSentences = [twice.KnownSentences[0]] }),
            (http, $"/facts/sentences/{known.Id}")
        );
    }

    private static async Task<(Guid Claim, Guid Exhibit)> LinkedAsync(Services services)
    {
        var (claim, exhibit) = ((await services.Facts.CreateClaimAsync()).Id, (await services.Exhibits.CreateAsync()).Id);
        await services.Facts.LinkExhibitAsync(claim, exhibit);
        return (claim, exhibit);
    }
}
