using Clients.Exhibits;

namespace Performance.Operations;

internal static class ExhibitsOperations
{
    public static ProbeList Probes =>
        new("exhibits")
        {
            { "GET /exhibits", world => $"/exhibits?draft_id={world.Draft}" },
            {
                "POST /exhibits",
                _ => "/exhibits",
                world => new NewExhibit { DocumentIds = [world.Evidence] }
            },
            { "GET /exhibits/{id}", world => $"/exhibits/{world.Exhibit}" },
            { "PUT /exhibits/{id}", world => $"/exhibits/{world.Exhibit}", _ => new ExhibitChange("Lease, as changed") },
            { "DELETE /exhibits/{id}", async world => $"/exhibits/{await NewAsync(world)}" },
            {
                "POST /exhibits/{id}/documents",
                async world => $"/exhibits/{await NewAsync(world)}/documents",
                world => new { DocumentId = world.Evidence }
            },
            {
                "DELETE /exhibits/{id}/documents/{document_id}",
                async world => $"/exhibits/{await NewAsync(world, world.Evidence)}/documents/{world.Evidence}"
            },
            { "GET /exhibits/appendix", world => $"/exhibits/appendix?draft_id={world.Draft}" },
            { "GET /health", _ => "/health" },
        };

    private static async Task<Guid> NewAsync(World world, params Guid[] documents) =>
        (await world.Backend.Exhibits.CreateAsync(new NewExhibit { DocumentIds = documents })).Id;
}
