using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using LegalDocuments;
using LegalDocuments.Docx;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Export.Writing;

/// <summary>Writes a DOCX: caption, title, sections, signature block, and where wanted the table of authorities and the appendix.</summary>
internal static class DocxWriter
{
    /// <summary>The bytes of the file. The content must have passed <see cref="Checking.DocumentChecks"/>.</summary>
    public static byte[] Write(DocxContent content)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            Describe(file, content.Document.Meta);
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = StyleSheet.Create();
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = HeadingNumbers.Create(content.Document.Body);
            var body = new W.Body(Elements(content));
            body.Append(PageLayout.AddTo(main));
            main.Document = new W.Document(body);
        }

        return stream.ToArray();
    }

    /// <summary>What a file manager shows, and Ingestion reads again.</summary>
    private static void Describe(WordprocessingDocument file, DocumentMeta meta)
    {
        file.PackageProperties.Title = meta.Title;
        file.PackageProperties.Category = meta.Type;
        file.PackageProperties.Created = meta.CreatedAt.UtcDateTime;
        file.PackageProperties.Modified = meta.UpdatedAt.UtcDateTime;
    }

    private static IEnumerable<OpenXmlElement> Elements(DocxContent content)
    {
        var document = content.Document;
        return (document.Caseblock is { } caption ? CaptionWriter.Write(caption) : [])
            .Append(Paragraphs.Styled(StyleIds.Title, document.Meta.Title))
            .Concat(SectionWriter.Write(document.Body))
            .Concat(document.SignatureBlock is { } signature ? SignatureWriter.Write(signature) : [])
            .Concat(content.Authorities is { } authorities ? AuthoritiesWriter.Write(authorities) : [])
            .Concat(content.Appendix is { } appendix ? AppendixWriter.Write(appendix) : []);
    }
}
