using Clients.Ingestion;

namespace Performance.Operations;

internal static class IngestionOperations
{
    public static ProbeList Probes =>
        new("ingestion")
        {
            { "POST /ingest", _ => "/ingest", world => new NewIngestion(world.Docx).ToForm() },
            { "GET /ingestions", _ => "/ingestions" },
            { "GET /ingestions/{id}", world => $"/ingestions/{world.Ingestion}" },
            { "GET /health", _ => "/health" },
        };
}
