using Clients.Caselaw;

namespace Performance.Operations;

internal static class CaselawOperations
{
    private static readonly CitationParts Brown = new(
        CaseName: "Brown v. Board of Education",
        Volume: 347,
        Reporter: "U.S.",
        Page: 483,
        Year: 1954
    );

    public static ProbeList Probes =>
        new("caselaw")
        {
            { "POST /citations/detect", _ => "/citations/detect", _ => new { Text = Samples.Paragraph } },
            { "POST /citations/format", _ => "/citations/format", _ => new { Type = "case", Components = Brown } },
            { "POST /citations/validate", _ => "/citations/validate", _ => new { Text = "347 U.S. 483 (1954)" } },
            { "GET /authorities", _ => "/authorities" },
            { "POST /authorities", _ => "/authorities", _ => new NewAuthority($"Code of Tests § {Guid.CreateVersion7()}", "statute") },
            { "GET /authorities/{id}", world => $"/authorities/{world.Authority}" },
            { "DELETE /authorities/{id}", async world => $"/authorities/{(await world.Backend.Caselaw.CreateAuthorityAsync()).Id}" },
            { "POST /toa/generate", _ => "/toa/generate", world => new { DraftId = world.Draft } },
            { "GET /toa/{draft_id}", world => $"/toa/{world.Draft}" },
            { "GET /health", _ => "/health" },
        };
}
