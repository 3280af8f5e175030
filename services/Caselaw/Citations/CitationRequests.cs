using System.ComponentModel.DataAnnotations;
using ServiceDefaults.Http;

namespace Caselaw.Citations;

/// <summary>What is cited.</summary>
public enum CitationType
{
    /// <summary>A decision of a court.</summary>
    Case,

    /// <summary>A section of the United States Code or of a code of Texas.</summary>
    Statute,

    /// <summary>A section or part of the Code of Federal Regulations.</summary>
    Regulation,
}

/// <summary>The parts of a citation. Which are there depends on its type.</summary>
/// <param name="CaseName">Case: the parties, <c>Brown v. Board of Education</c>.</param>
/// <param name="Volume">Case: the volume of the reporter.</param>
/// <param name="Reporter">Case: the reporter, <c>U.S.</c></param>
/// <param name="Page">Case: the page on which it begins.</param>
/// <param name="Pinpoint">Case: the page or pages meant, <c>495-96</c>.</param>
/// <param name="Court">Case: the court, when the reporter does not tell it, <c>5th Cir.</c></param>
/// <param name="Year">Case: the year of the decision.</param>
/// <param name="Title">Federal statute or regulation: the title.</param>
/// <param name="Code">Statute or regulation: the code, <c>U.S.C.</c>, <c>C.F.R.</c>, <c>Tex. Penal Code</c>.</param>
/// <param name="Section">Statute or regulation: the section (of a regulation also the part), <c>16.051</c>.</param>
/// <param name="Subsection">Statute or regulation: what is meant of it, <c>(a)(1)</c>.</param>
public sealed record CitationParts(
    [property: NotBlank, MaxCharacters(300)] string? CaseName = null,
    [property: Range(1, 9_999)] int? Volume = null,
    [property: NotBlank, MaxCharacters(40)] string? Reporter = null,
    [property: Range(1, 99_999)] int? Page = null,
    [property: NotBlank, MaxCharacters(20)] string? Pinpoint = null,
    [property: NotBlank, MaxCharacters(100)] string? Court = null,
    [property: Range(1600, 2099)] int? Year = null,
    [property: Range(1, 99)] int? Title = null,
    [property: NotBlank, MaxCharacters(150)] string? Code = null,
    [property: NotBlank, MaxCharacters(40)] string? Section = null,
    [property: NotBlank, MaxCharacters(60)] string? Subsection = null
);

/// <summary>A citation in a text: <c>text[start..end]</c> of the request is its text.</summary>
/// <param name="Text">As it stands there.</param>
/// <param name="Start">Of its first UTF-16 code unit.</param>
/// <param name="End">Behind its last.</param>
public sealed record Citation(
    [property: MinLength(1)] string Text,
    [property: Range(0, int.MaxValue)] int Start,
    [property: Range(1, int.MaxValue)] int End,
    CitationType Type,
    CitationParts Components
);

/// <summary>Asks for the citations in a text.</summary>
public sealed record DetectRequest([property: MaxCharacters(200_000)] string Text) : IRequestBody;

/// <summary>The citations, in the order of the text; they never overlap.</summary>
public sealed record DetectResult(IReadOnlyList<Citation> Citations);

/// <summary>Asks for the text of a citation.</summary>
public sealed record FormatRequest(CitationType Type, CitationParts Components) : IRequestBody;

/// <summary>A citation as The Bluebook writes it.</summary>
/// <param name="Text">In full.</param>
/// <param name="NormalizedCitation">What identifies it: without names, years and pages meant.</param>
public sealed record FormatResult(string Text, string NormalizedCitation);

/// <summary>Asks whether a text is a sound citation.</summary>
public sealed record ValidateRequest([property: NotBlank, MaxCharacters(1_000)] string Text) : IRequestBody;

/// <summary>What is to be said of a citation.</summary>
/// <param name="Valid">Whether there is no problem.</param>
/// <param name="Problems">What is wrong with it, for a person.</param>
/// <param name="Type">What it cites, when that can be told.</param>
/// <param name="NormalizedCitation">What identifies it, when that can be told.</param>
public sealed record ValidateResult(
    bool Valid,
    IReadOnlyList<string> Problems,
    CitationType? Type = null,
    string? NormalizedCitation = null
);
