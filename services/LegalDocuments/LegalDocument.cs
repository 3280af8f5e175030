using System.ComponentModel.DataAnnotations;
using ServiceDefaults.Http;

namespace LegalDocuments;

/// <summary>A legal document as it travels between services (services.md, "The document that travels between them").</summary>
/// <param name="Meta">What is known of it as a whole.</param>
/// <param name="Body">Its text.</param>
/// <param name="Citations">The citations in its text.</param>
/// <param name="Caseblock">Its caption, if it has one.</param>
/// <param name="SignatureBlock">Its signature block, if it has one.</param>
public sealed record LegalDocument(
    DocumentMeta Meta,
    DocumentBody Body,
    [property: MaxLength(DocumentLimits.Citations)] IReadOnlyList<Citation> Citations,
    CaseBlock? Caseblock = null,
    SignatureBlock? SignatureBlock = null
) : IRequestBody;

/// <summary>What is known of a document as a whole.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title, such as <c>Plaintiff's Original Petition</c>.</param>
/// <param name="Type">What kind of document it is, such as <c>petition</c> or <c>motion</c>.</param>
/// <param name="CreatedAt">When it was first written.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
/// <param name="SourceFile">The name of the file it was read from.</param>
public sealed record DocumentMeta(
    Guid Id,
    [property: NotBlank, MaxCharacters(DocumentLimits.Title)] string Title,
    [property: NotBlank, MaxCharacters(DocumentLimits.Word)] string Type,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    [property: MaxCharacters(DocumentLimits.Line)] string? SourceFile = null
);

/// <summary>A document's text.</summary>
/// <param name="Sections">Its sections in order.</param>
public sealed record DocumentBody([property: MaxLength(DocumentLimits.Items)] IReadOnlyList<Section> Sections)
{
    /// <summary>Every section, parents before their children, in reading order.</summary>
    public IEnumerable<Section> AllSections() => Sections.SelectMany(s => s.WithDescendants());
}
