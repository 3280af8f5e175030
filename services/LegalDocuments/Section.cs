using System.ComponentModel.DataAnnotations;
using ServiceDefaults.Http;

namespace LegalDocuments;

/// <summary>A part of a document under a heading.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">The heading without its number; empty only for what stands before the first heading.</param>
/// <param name="Level">1 for the outermost; a child is deeper than its parent.</param>
/// <param name="Type">What kind of section it is; see <see cref="SectionTypes"/>.</param>
/// <param name="Paragraphs">The paragraphs before the first child.</param>
/// <param name="Children">The sections within it.</param>
/// <param name="Number">The heading's number as a reader sees it, without the dot: <c>IV</c>, <c>B</c>, <c>2.1</c>.</param>
public sealed record Section(
    Guid Id,
    [property: MaxCharacters(DocumentLimits.Title)] string Title,
    [property: Range(1, DocumentLimits.Levels)] int Level,
    [property: NotBlank, MaxCharacters(DocumentLimits.Word)] string Type,
    [property: MaxLength(DocumentLimits.Items)] IReadOnlyList<Paragraph> Paragraphs,
    [property: MaxLength(DocumentLimits.Items)] IReadOnlyList<Section> Children,
    [property: MaxCharacters(DocumentLimits.Word)] string? Number = null
)
{
    /// <summary>This section and all within it, in reading order.</summary>
    public IEnumerable<Section> WithDescendants() => Children.SelectMany(c => c.WithDescendants()).Prepend(this);
}

/// <summary>The kinds of section that Export and Ingestion treat in a way of their own. Any other type is an ordinary section.</summary>
public static class SectionTypes
{
    /// <summary>What stands before the first heading.</summary>
    public const string Preamble = "preamble";

    /// <summary>A numbered section.</summary>
    public const string Section = "section";

    /// <summary>The table of authorities; not numbered.</summary>
    public const string Authorities = "authorities";

    /// <summary>The appendix of exhibits; not numbered.</summary>
    public const string Appendix = "appendix";
}
