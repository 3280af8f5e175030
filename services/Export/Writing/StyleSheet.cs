using DocumentFormat.OpenXml;
using LegalDocuments;
using LegalDocuments.Docx;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Export.Writing;

/// <summary>The styles of an exported document: Times New Roman 12 pt throughout, as courts ask for.</summary>
internal static class StyleSheet
{
    private const string Font = "Times New Roman";

    // Word measures fonts in half points, distances in twentieths of a point.
    private const string TwelvePoints = "24";
    private const string HalfInch = "720";
    private const string ThreeInches = "4320";
    private const string DoubleSpacing = "480";
    private const string AfterBlock = "240";

    public static W.Styles Create()
    {
        var styles = new W.Styles(Defaults(), Normal());
        styles.Append(
            Style(StyleIds.Title, "Title", Centred(), bold: true),
            Style(
                StyleIds.BodyText,
                "Body Text",
                new W.StyleParagraphProperties
                {
                    SpacingBetweenLines = new W.SpacingBetweenLines { Line = DoubleSpacing, LineRule = W.LineSpacingRuleValues.Auto },
                    Indentation = new W.Indentation { FirstLine = HalfInch },
                }
            ),
            Style(StyleIds.CaseCaption, "Case Caption", Centred(), bold: true),
            Style(
                StyleIds.SignatureBlock,
                "Signature Block",
                new W.StyleParagraphProperties
                {
                    KeepNext = new W.KeepNext(),
                    Indentation = new W.Indentation { Left = ThreeInches },
                }
            ),
            Style(
                StyleIds.Listing,
                "Listing",
                new W.StyleParagraphProperties
                {
                    Indentation = new W.Indentation { Left = HalfInch, Hanging = HalfInch },
                }
            ),
            Style(StyleIds.AuthoritiesHeading, "Authorities Heading", UnnumberedHeading(), bold: true),
            Style(StyleIds.AppendixHeading, "Appendix Heading", UnnumberedHeading(), bold: true),
            Style(StyleIds.Footer, "footer", Centred())
        );
        styles.Append(Enumerable.Range(1, DocumentLimits.Levels).Select(Heading));
        return styles;
    }

    private static W.DocDefaults Defaults() =>
        new(
            new W.RunPropertiesDefault(
                new W.RunPropertiesBaseStyle(
                    new W.RunFonts
                    {
                        Ascii = Font,
                        HighAnsi = Font,
                        EastAsia = Font,
                        ComplexScript = Font,
                    },
                    new W.FontSize { Val = TwelvePoints },
                    new W.FontSizeComplexScript { Val = TwelvePoints },
                    new W.Languages { Val = "en-US" }
                )
            ),
            new W.ParagraphPropertiesDefault()
        );

    private static W.Style Normal() =>
        new(new W.StyleName { Val = "Normal" }, new W.PrimaryStyle())
        {
            Type = W.StyleValues.Paragraph,
            StyleId = "Normal",
            Default = true,
        };

    /// <summary>A heading takes its number from the list level that is tied to its style.</summary>
    private static W.Style Heading(int level)
    {
        var number = new W.NumberingProperties { NumberingId = new W.NumberingId { Val = HeadingNumbers.NumberingId } };
        if (level > 1)
        {
            number.NumberingLevelReference = new W.NumberingLevelReference { Val = level - 1 };
        }

        return Style(
            StyleIds.Heading(level),
            $"heading {level}",
            new W.StyleParagraphProperties
            {
                KeepNext = new W.KeepNext(),
                NumberingProperties = number,
                OutlineLevel = new W.OutlineLevel { Val = level - 1 },
            },
            bold: true
        );
    }

    private static W.StyleParagraphProperties Centred() =>
        new()
        {
            SpacingBetweenLines = new W.SpacingBetweenLines { After = AfterBlock },
            Justification = new W.Justification { Val = W.JustificationValues.Center },
        };

    private static W.StyleParagraphProperties UnnumberedHeading()
    {
        var properties = Centred();
        properties.KeepNext = new W.KeepNext();
        properties.OutlineLevel = new W.OutlineLevel { Val = 0 };
        return properties;
    }

    private static bool IsOurs(string id) =>
        id
            is StyleIds.CaseCaption
                or StyleIds.SignatureBlock
                or StyleIds.Listing
                or StyleIds.AuthoritiesHeading
                or StyleIds.AppendixHeading;

    private static W.Style Style(string id, string name, W.StyleParagraphProperties paragraph, bool bold = false)
    {
        var style = new W.Style(new W.StyleName { Val = name }, new W.BasedOn { Val = "Normal" }, new W.PrimaryStyle(), paragraph)
        {
            Type = W.StyleValues.Paragraph,
            StyleId = id,
            CustomStyle = IsOurs(id) ? true : null,
        };
        if (bold)
        {
            style.Append(new W.StyleRunProperties(new W.Bold()));
        }

        return style;
    }
}
