using DocumentFormat.OpenXml;
using LegalDocuments.Docx;

namespace Export.Writing;

/// <summary>The appendix: each exhibit with its label, its title and its documents, on a page of its own.</summary>
internal static class AppendixWriter
{
    public static IEnumerable<OpenXmlElement> Write(IReadOnlyList<AppendixEntry> entries)
    {
        yield return Paragraphs.OnNewPage(StyleIds.AppendixHeading, "APPENDIX OF EXHIBITS");
        foreach (var entry in entries)
        {
            yield return Paragraphs.Styled(StyleIds.Listing, $"Exhibit {entry.Label}: {entry.Title}");
            foreach (var document in entry.Documents)
            {
                yield return Paragraphs.Styled(StyleIds.Listing, document);
            }
        }

        if (entries.Count == 0)
        {
            yield return Paragraphs.Styled(StyleIds.Listing, "The document refers to no exhibits.");
        }
    }
}
