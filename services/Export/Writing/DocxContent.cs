using LegalDocuments;

namespace Export.Writing;

/// <summary>What goes into a DOCX.</summary>
/// <param name="Document">The document.</param>
/// <param name="Authorities">Its table of authorities, if wanted.</param>
/// <param name="Appendix">Its appendix of exhibits, if wanted.</param>
internal sealed record DocxContent(
    LegalDocument Document,
    IReadOnlyList<AuthorityGroup>? Authorities = null,
    IReadOnlyList<AppendixEntry>? Appendix = null
);

/// <summary>A group of the table of authorities.</summary>
/// <param name="Name">Its heading, such as <c>Cases</c>.</param>
/// <param name="Citations">The authorities, sorted.</param>
internal sealed record AuthorityGroup(string Name, IReadOnlyList<string> Citations);

/// <summary>An exhibit in the appendix.</summary>
/// <param name="Label">Its label, <c>A</c> to <c>Z</c>, <c>AA</c> and so on.</param>
/// <param name="Title">Its title.</param>
/// <param name="Documents">The titles of its documents.</param>
internal sealed record AppendixEntry(string Label, string Title, IReadOnlyList<string> Documents);
