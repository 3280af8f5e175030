using DocumentFormat.OpenXml.Packaging;
using LegalDocuments.Docx;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Export.Writing;

/// <summary>The page: Letter, margins of an inch, its number centred in the footer.</summary>
internal static class PageLayout
{
    // In twentieths of a point.
    private const int Inch = 1440;
    private const int LetterWidth = 12240;
    private const int LetterHeight = 15840;

    /// <summary>Adds the footer and gives the section properties that refer to it.</summary>
    public static W.SectionProperties AddTo(MainDocumentPart main)
    {
        var part = main.AddNewPart<FooterPart>();
        part.Footer = new W.Footer(Paragraphs.Styled(StyleIds.Footer, ""));
        part.Footer.GetFirstChild<W.Paragraph>()!.Append(new W.SimpleField(Runs.Of("1")) { Instruction = " PAGE " });
        return new W.SectionProperties(
            new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = main.GetIdOfPart(part) },
            new W.PageSize { Width = LetterWidth, Height = LetterHeight },
            new W.PageMargin
            {
                Top = Inch,
                Right = Inch,
                Bottom = Inch,
                Left = Inch,
                Header = Inch / 2,
                Footer = Inch / 2,
                Gutter = 0,
            }
        );
    }
}
