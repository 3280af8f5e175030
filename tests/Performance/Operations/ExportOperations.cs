using Clients.LegalDocuments;

namespace Performance.Operations;

internal static class ExportOperations
{
    public static ProbeList Probes =>
        new("export")
        {
            {
                "POST /export",
                _ => "/export",
                world => new
                {
                    DraftId = world.Draft,
                    IncludeExhibits = true,
                    IncludeAuthorities = true,
                }
            },
            { "POST /export/document", _ => "/export/document", _ => Documents.Petition() },
            { "GET /exports", _ => "/exports" },
            { "GET /exports/{id}", world => world.ExportPath },
            { "GET /health", _ => "/health" },
        };
}
