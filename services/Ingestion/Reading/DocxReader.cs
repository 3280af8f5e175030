using DocumentFormat.OpenXml.Packaging;
using Ingestion.Archives;
using LegalDocuments.Docx;
using ServiceDefaults.Http;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ingestion.Reading;

/// <summary>Reads a DOCX with the Open XML SDK.</summary>
internal static class DocxReader
{
    private static readonly OpenSettings Settings = new() { AutoSave = false, MaxCharactersInPart = XmlPart.MaxCharacters };

    /// <summary>Reads a file that <see cref="DocxArchive"/> has found sound.</summary>
    /// <exception cref="ApiException">415 no word-processing document, 422 damaged or without text.</exception>
    public static DocxText Read(byte[] bytes)
    {
        try
        {
            using var file = WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false, Settings);
            var main = file.MainDocumentPart ?? throw new ApiException(415, "The file is an Office document without a text.");
            return Read(file, main.Document?.Body ?? throw ApiException.Unprocessable("The DOCX is damaged: its main part has no body."));
        }
        catch (Exception e)
            when (e
                    is OpenXmlPackageException
                        or FileFormatException
                        or InvalidDataException
                        or System.Xml.XmlException
                        or FormatException
                        or UriFormatException
            )
        {
            throw ApiException.Unprocessable("The DOCX is damaged: its parts do not fit together.");
        }
    }

    private static DocxText Read(WordprocessingDocument file, W.Body body)
    {
        var blocks = new BlockReader(file.MainDocumentPart!).Read(body).ToList();
        var properties = file.PackageProperties;
        return blocks.Count == 0
            ? throw ApiException.Unprocessable("The DOCX has no text.")
            : new DocxText(blocks, Marks(body), properties.Title, properties.Category, Utc(properties.Created), Utc(properties.Modified));
    }

    private static ILookup<string, string> Marks(W.Body body) =>
        body.Descendants<W.SdtRun>()
            .Select(control => (Tag: control.SdtProperties?.GetFirstChild<W.Tag>()?.Val?.Value, Content: control.SdtContentRun))
            .Where(mark => mark is { Tag: not null, Content: not null })
            .ToLookup(mark => mark.Tag!, mark => new ParagraphReader(RunFormat.Plain).Read(mark.Content!).ToString());

    private static DateTimeOffset? Utc(DateTime? time) =>
        time is { } t
            ? new DateTimeOffset(t.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(t, DateTimeKind.Utc) : t.ToUniversalTime())
            : null;
}
