using Clients.Records;
using Performance.Stock;

namespace Performance.Operations;

internal static class RecordsOperations
{
    public static ProbeList Probes =>
        new("records")
        {
            { "GET /api/templates", _ => "/api/templates" },
            { "GET /api/templates?jurisdiction", _ => "/api/templates?jurisdiction=TX" },
            { "POST /api/templates", _ => "/api/templates", _ => World.NewTemplate() },
            { "GET /api/templates/{id}", world => $"/api/templates/{world.Template}" },
            { "PUT /api/templates/{id}", world => $"/api/templates/{world.Template}", _ => new { Description = "Changed" } },
            {
                "DELETE /api/templates/{id}",
                async world => $"/api/templates/{(await world.Backend.Records.CreateTemplateAsync(World.NewTemplate())).Id}"
            },
            { "GET /api/cases", _ => "/api/cases" },
            { "GET /api/cases?template_id", world => $"/api/cases?template_id={world.Template}&limit=10" },
            { "POST /api/cases", _ => "/api/cases", world => World.NewCase(world.Template) },
            { "GET /api/cases/{id}", world => $"/api/cases/{world.Case}" },
            { "PUT /api/cases/{id}", world => $"/api/cases/{world.Case}", _ => new { CourtName = "County Court" } },
            {
                "DELETE /api/cases/{id}",
                async world => $"/api/cases/{(await world.Backend.Records.CreateCaseAsync(World.NewCase(world.Template))).Id}"
            },
            { "GET /api/cases/{id}/evidence", world => $"/api/cases/{world.StoredCase}/evidence" },
            { "GET /api/drafts", _ => "/api/drafts" },
            { "GET /api/drafts?case_id", world => $"/api/drafts?case_id={world.StoredCase}" },
            { "GET /api/drafts/case/{case_id}", world => $"/api/drafts/case/{world.StoredCase}" },
            {
                "POST /api/drafts",
                _ => "/api/drafts",
                world => new NewDraft(world.Case) { DocumentJson = SampleDocument.Create() }
            },
            { "GET /api/drafts/{id}", world => $"/api/drafts/{world.Draft}" },
            {
                "PUT /api/drafts/{id}",
                async world => $"/api/drafts/{(await world.NewDraftAsync()).Id}",
                _ => new DraftChange(1, SampleDocument.Create())
            },
            { "DELETE /api/drafts/{id}", async world => $"/api/drafts/{(await world.NewDraftAsync()).Id}" },
            { "GET /api/drafts/{id}/versions", world => $"/api/drafts/{world.Draft}/versions" },
            { "POST /api/drafts/{id}/restore/{version}", async world => $"/api/drafts/{(await world.NewDraftAsync()).Id}/restore/1" },
            { "POST /api/evidence", _ => "/api/evidence", world => new NewEvidence(world.Case).ToForm() },
            { "GET /api/evidence/{id}", world => $"/api/evidence/{world.Evidence}" },
            { "GET /api/evidence/{id}/content", world => $"/api/evidence/{world.Evidence}/content" },
            {
                "DELETE /api/evidence/{id}",
                async world => $"/api/evidence/{(await world.Backend.Records.AddEvidenceAsync(new NewEvidence(world.Case))).Id}"
            },
            { "GET /health", _ => "/health" },
        };
}
