using DocumentFormat.OpenXml;
using LegalDocuments;
using LegalDocuments.Docx;

namespace Export.Writing;

/// <summary>Sections: a heading in the style of its level, its paragraphs, its children.</summary>
internal static class SectionWriter
{
    public static IEnumerable<OpenXmlElement> Write(DocumentBody body) => body.AllSections().SelectMany(Write);

    private static IEnumerable<OpenXmlElement> Write(Section section)
    {
        if (!string.IsNullOrWhiteSpace(section.Title))
        {
            yield return Paragraphs.Styled(HeadingStyle(section), section.Title);
        }

        foreach (var paragraph in section.Paragraphs)
        {
            yield return Paragraphs.Body(paragraph);
        }
    }

    private static string HeadingStyle(Section section) =>
        section.Type switch
        {
            SectionTypes.Authorities => StyleIds.AuthoritiesHeading,
            SectionTypes.Appendix => StyleIds.AppendixHeading,
            _ => StyleIds.Heading(section.Level),
        };
}
