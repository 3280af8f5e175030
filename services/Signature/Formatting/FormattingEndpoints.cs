using BlockKit.Layout;
using BlockKit.Templates;
using ServiceDefaults.Http;

namespace Signature.Formatting;

/// <summary>Writing a signature block.</summary>
internal static class FormattingEndpoints
{
    public static IEndpointRouteBuilder MapFormatting(this IEndpointRouteBuilder app)
    {
        app.MapPost("/signature/format", FormatAsync).WithName("FormatSignature").Produces<FormattedBlock>().Problems(400, 404, 409);
        return app;
    }

    private static async Task<FormattedBlock> FormatAsync(FormatRequest request, TemplateStore templates, CancellationToken cancel)
    {
        var template = await templates.GetApprovedAsync(request.TemplateId, cancel);
        return LayoutRenderer.Render(template.Lines, SignaturePlaceholders.Values(request.Signature));
    }
}
