using System.ComponentModel.DataAnnotations;
using ServiceDefaults.Http;

namespace LegalDocuments;

/// <summary>A citation in a paragraph's text, as Caselaw found it.</summary>
/// <param name="ParagraphId">The paragraph.</param>
/// <param name="Text">The words of the citation: <c>paragraph.text[start..end]</c>.</param>
/// <param name="Start">Where it starts in the paragraph, in UTF-16 code units.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Type">What it cites.</param>
/// <param name="Components">Its parts.</param>
public sealed record Citation(
    Guid ParagraphId,
    [property: NotBlank, MaxLength(DocumentLimits.Text)] string Text,
    [property: Range(0, DocumentLimits.Text)] int Start,
    [property: Range(0, DocumentLimits.Text)] int End,
    CitationType Type,
    CitationComponents Components
);

/// <summary>What is cited.</summary>
public enum CitationType
{
    /// <summary>A decision of a court.</summary>
    Case,

    /// <summary>A section of a code of laws.</summary>
    Statute,

    /// <summary>A section or part of a code of regulations.</summary>
    Regulation,
}

/// <summary>The parts of a citation. Which are there depends on its type.</summary>
/// <param name="CaseName">Case: the parties.</param>
/// <param name="Volume">Case: the volume of the reporter.</param>
/// <param name="Reporter">Case: the reporter, <c>U.S.</c></param>
/// <param name="Page">Case: the page on which it begins.</param>
/// <param name="Pinpoint">Case: the page or pages meant.</param>
/// <param name="Court">Case: the court, when the reporter does not tell it.</param>
/// <param name="Year">Case: the year of the decision.</param>
/// <param name="Title">Federal statute or regulation: the title.</param>
/// <param name="Code">Statute or regulation: the code.</param>
/// <param name="Section">Statute or regulation: the section.</param>
/// <param name="Subsection">Statute or regulation: what is meant of it.</param>
public sealed record CitationComponents(
    [property: MaxCharacters(DocumentLimits.Line)] string? CaseName = null,
    [property: Range(1, 999_999)] int? Volume = null,
    [property: MaxCharacters(DocumentLimits.Line)] string? Reporter = null,
    [property: Range(1, 999_999)] int? Page = null,
    [property: MaxCharacters(DocumentLimits.Line)] string? Pinpoint = null,
    [property: MaxCharacters(DocumentLimits.Line)] string? Court = null,
    [property: Range(1000, 9999)] int? Year = null,
    [property: Range(1, 999_999)] int? Title = null,
    [property: MaxCharacters(DocumentLimits.Line)] string? Code = null,
    [property: MaxCharacters(DocumentLimits.Line)] string? Section = null,
    [property: MaxCharacters(DocumentLimits.Line)] string? Subsection = null
);
