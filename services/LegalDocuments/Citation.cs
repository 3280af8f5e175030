using System.ComponentModel.DataAnnotations;
using ServiceDefaults.Http;

namespace LegalDocuments;

/// <summary>A citation in a paragraph's text, as Caselaw found it.</summary>
/// <param name="ParagraphId">The paragraph.</param>
/// <param name="Text">The words of the citation: <c>paragraph.text[start..end]</c>.</param>
/// <param name="Start">Where it starts in the paragraph, in UTF-16 code units.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Type">What it cites, such as <c>case</c> or <c>statute</c>.</param>
/// <param name="Components">Its parts, such as <c>volume</c>, <c>reporter</c> and <c>page</c>.</param>
public sealed record Citation(
    Guid ParagraphId,
    [property: NotBlank, MaxLength(DocumentLimits.Text)] string Text,
    [property: Range(0, DocumentLimits.Text)] int Start,
    [property: Range(0, DocumentLimits.Text)] int End,
    [property: NotBlank, MaxLength(DocumentLimits.Word)] string Type,
    IReadOnlyDictionary<string, string> Components);
