using BlockKit.Layout;
using BlockKit.Templates;
using ServiceDefaults.Http;

namespace CaseBlock.Formatting;

/// <summary>Writing a caption.</summary>
internal static class FormattingEndpoints
{
    public static IEndpointRouteBuilder MapFormatting(this IEndpointRouteBuilder app)
    {
        app.MapPost("/caseblock/format", FormatAsync).WithName("FormatCaption").Produces<FormattedBlock>().Problems(400, 404, 409);
        return app;
    }

    private static async Task<FormattedBlock> FormatAsync(FormatRequest request, TemplateStore templates, CancellationToken cancel)
    {
        var template = await templates.GetApprovedAsync(request.TemplateId, cancel);
        return LayoutRenderer.Render(template.Lines, CaptionPlaceholders.Values(request.Caption));
    }
}
