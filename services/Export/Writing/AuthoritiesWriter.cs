using DocumentFormat.OpenXml;
using LegalDocuments.Docx;

namespace Export.Writing;

/// <summary>The table of authorities, on a page of its own.</summary>
internal static class AuthoritiesWriter
{
    public static IEnumerable<OpenXmlElement> Write(IReadOnlyList<AuthorityGroup> groups)
    {
        yield return Paragraphs.OnNewPage(StyleIds.AuthoritiesHeading, "TABLE OF AUTHORITIES");
        foreach (var group in groups.Where(g => g.Citations.Count > 0))
        {
            yield return Paragraphs.Styled(StyleIds.Listing, group.Name);
            foreach (var citation in group.Citations)
            {
                yield return Paragraphs.Styled(StyleIds.Listing, citation);
            }
        }

        if (groups.All(g => g.Citations.Count == 0))
        {
            yield return Paragraphs.Styled(StyleIds.Listing, "The document cites no authorities.");
        }
    }
}
