using Clients.BlockKit;

namespace Performance.Operations;

/// <summary>CaseBlock and Signature, which have one shape.</summary>
internal static class BlockOperations
{
    public static ProbeList CaseBlock =>
        Of(
            "caseblock",
            world => world.Backend.Captions,
            Samples.CaptionLines,
            world => new { TemplateId = world.Caption, Samples.Caption }
        );

    public static ProbeList Signature =>
        Of(
            "signature",
            world => world.Backend.Signatures,
            Samples.SignatureLines,
            world => new { TemplateId = world.Signature, Samples.Signature }
        );

    private static ProbeList Of(
        string service,
        Func<World, BlockTemplatesClient> templates,
        string[] paragraphs,
        Func<World, object> format
    ) =>
        new(service)
        {
            { $"POST /{service}/extract", _ => $"/{service}/extract", _ => new { paragraphs } },
            { $"POST /{service}/format", _ => $"/{service}/format", format },
            { $"GET /{service}/templates", _ => $"/{service}/templates" },
            { $"POST /{service}/templates", _ => $"/{service}/templates", _ => new NewTemplate() },
            { $"GET /{service}/templates/{{id}}", world => NewAsync(templates(world)) },
            {
                $"PUT /{service}/templates/{{id}}",
                world => NewAsync(templates(world)),
                _ => new NewTemplate { Name = "Changed" }
            },
            { $"DELETE /{service}/templates/{{id}}", world => NewAsync(templates(world)) },
            { $"POST /{service}/templates/{{id}}/approve", async world => $"{await NewAsync(templates(world))}/approve" },
            { "GET /health", _ => "/health" },
        };

    private static async Task<string> NewAsync(BlockTemplatesClient templates) => $"{templates.Path}/{(await templates.CreateAsync()).Id}";
}
