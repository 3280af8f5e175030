using ServiceDefaults.Http;
using ServiceDefaults.OpenApi;

namespace Caselaw.Citations;

internal static class CitationEndpoints
{
    public static void MapCitations(this IEndpointRouteBuilder app)
    {
        var citations = app.MapGroup("/citations");
        citations
            .MapPost("/detect", Detect)
            .WithName("DetectCitations")
            .WithDescription(
                "Finds cases by their reporters, sections of the United States Code, of the Code of Federal Regulations and of the codes of Texas. Offsets count UTF-16 code units."
            )
            .Produces<DetectResult>()
            .Problems(400);
        citations
            .MapPost("/format", Format)
            .WithName("FormatCitation")
            .WithDescription(
                "Writes a citation from its parts as The Bluebook does. 422 when a part is missing or the reporter is unknown."
            )
            .Produces<FormatResult>()
            .Problems(400, 422)
            .Example(
                """{"type": "case", "components": {"case_name": "Brown v. Board of Education", "volume": 347, "reporter": "U.S.", "page": 483, "year": 1954}}"""
            );
        citations
            .MapPost("/validate", Validate)
            .WithName("ValidateCitation")
            .WithDescription(
                "Tells whether a text is one sound citation: known reporter or code, a year in which the reporter appeared, a title that exists."
            )
            .Produces<ValidateResult>()
            .Problems(400);
    }

    private static IResult Detect(DetectRequest request) => Results.Ok(new DetectResult(CitationReader.Find(request.Text)));

    private static IResult Format(FormatRequest request)
    {
        var gaps = CitationChecks.Gaps(request.Type, request.Components).ToArray();
        if (gaps.Length > 0)
        {
            throw ApiException.Unprocessable(string.Join(' ', gaps));
        }

        var parts = request.Components with { Reporter = request.Components.Reporter is { } name ? Reporters.Find(name)?.Name : null };
        return Results.Ok(new FormatResult(Bluebook.Full(request.Type, parts), Bluebook.Normalized(request.Type, parts)));
    }

    private static IResult Validate(ValidateRequest request)
    {
        if (CitationReader.Only(request.Text) is not { } citation)
        {
            return Results.Ok(new ValidateResult(false, ["The text is not one citation of a kind that this service knows."]));
        }

        var thisYear = DateTime.UtcNow.Year; // no mutants: another time zone makes a difference for some hours a year
        var problems = CitationChecks.Problems(citation, thisYear).ToArray();
        return Results.Ok(
            new ValidateResult(problems.Length == 0, problems, citation.Type, Bluebook.Normalized(citation.Type, citation.Components))
        );
    }
}
