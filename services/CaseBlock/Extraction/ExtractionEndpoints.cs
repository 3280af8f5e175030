using BlockKit.Text;
using ServiceDefaults.Http;
using ServiceDefaults.OpenApi;

namespace CaseBlock.Extraction;

/// <summary>Reading a caption.</summary>
internal static class ExtractionEndpoints
{
    public static IEndpointRouteBuilder MapExtraction(this IEndpointRouteBuilder app)
    {
        app.MapPost("/caseblock/extract", Extract)
            .WithName("ExtractCaption")
            .Produces<ExtractedCaption>()
            .Problems(400, 422)
            .Example(
                """{"paragraphs": ["CAUSE NO. D-1-GN-25-000123", "ANN SMITH, Plaintiff,", "v.", "ACME CORP., Defendant.", "IN THE DISTRICT COURT OF TRAVIS COUNTY, TEXAS"]}"""
            );
        return app;
    }

    private static ExtractedCaption Extract(ExtractRequest request) =>
        CaptionExtractor.Extract(new SourceText(request.Paragraphs))
        ?? throw ApiException.Unprocessable(
            "The paragraphs hold nothing that looks like a caption: no parties on both sides of a 'v.', and no court with a cause number."
        );
}
