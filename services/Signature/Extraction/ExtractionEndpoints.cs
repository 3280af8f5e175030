using BlockKit.Text;
using ServiceDefaults.Http;
using ServiceDefaults.OpenApi;

namespace Signature.Extraction;

/// <summary>Reading a signature block.</summary>
internal static class ExtractionEndpoints
{
    public static IEndpointRouteBuilder MapExtraction(this IEndpointRouteBuilder app)
    {
        app.MapPost("/signature/extract", Extract)
            .WithName("ExtractSignature")
            .Produces<ExtractedSignature>()
            .Problems(400, 422)
            .Example("""{"paragraphs": ["Respectfully submitted,", "/s/ Jane Doe", "Jane Doe", "State Bar No. 24012345"]}""");
        return app;
    }

    private static ExtractedSignature Extract(ExtractRequest request) =>
        SignatureExtractor.Extract(new SourceText(request.Paragraphs))
        ?? throw ApiException.Unprocessable(
            "The paragraphs hold nothing that looks like an attorney's signature block: a name with a bar number."
        );
}
