namespace Clients.Caselaw;

/// <summary>The parts of a citation.</summary>
public sealed record CitationParts(
    string? CaseName = null,
    int? Volume = null,
    string? Reporter = null,
    int? Page = null,
    string? Pinpoint = null,
    string? Court = null,
    int? Year = null,
    int? Title = null,
    string? Code = null,
    string? Section = null,
    string? Subsection = null
);

/// <summary>A citation in a text.</summary>
public sealed record Citation(string Text, int Start, int End, string Type, CitationParts Components);

/// <summary>The citations in a text.</summary>
public sealed record DetectResult(IReadOnlyList<Citation> Citations);

/// <summary>A citation as The Bluebook writes it.</summary>
public sealed record FormatResult(string Text, string NormalizedCitation);

/// <summary>What is to be said of a citation.</summary>
public sealed record ValidateResult(bool Valid, IReadOnlyList<string> Problems, string? Type = null, string? NormalizedCitation = null);
