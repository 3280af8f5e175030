using Clients.Facts;

namespace Performance.Operations;

internal static class FactsOperations
{
    public static ProbeList Probes =>
        new("facts")
        {
            { "POST /facts/parse", _ => "/facts/parse", _ => new ParseRequest(Samples.Paragraph) },
            { "GET /facts/sentences/{id}", world => $"/facts/sentences/{world.Sentence}" },
            { "GET /facts/claims", world => $"/facts/claims?draft_id={world.Draft}" },
            { "POST /facts/claims", _ => "/facts/claims", world => new NewClaim(world.Sentence) },
            { "GET /facts/claims/{id}", world => $"/facts/claims/{world.Claim}" },
            { "PUT /facts/claims/{id}", world => $"/facts/claims/{world.Claim}", _ => new ClaimChange(ClaimText: "The tenant paid late.") },
            { "DELETE /facts/claims/{id}", async world => $"/facts/claims/{await NewAsync(world)}" },
            {
                "POST /facts/claims/{id}/exhibits",
                async world => $"/facts/claims/{await NewAsync(world)}/exhibits",
                world => new { ExhibitId = world.Exhibit }
            },
            {
                "DELETE /facts/claims/{id}/exhibits/{exhibit_id}",
                async world => $"/facts/claims/{await NewLinkedAsync(world)}/exhibits/{world.Exhibit}"
            },
            { "GET /facts/claims/{id}/support", world => $"/facts/claims/{world.Claim}/support" },
            { "GET /health", _ => "/health" },
        };

    private static async Task<Guid> NewAsync(World world) => (await world.Backend.Facts.CreateClaimAsync(new NewClaim(world.Sentence))).Id;

    private static async Task<Guid> NewLinkedAsync(World world) =>
        (await world.Backend.Facts.LinkExhibitAsync(await NewAsync(world), world.Exhibit)).Id;
}
