using LegalDocuments;
using LegalDocuments.Docx;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Export.Writing;

/// <summary>Word's own numbering of the headings, so that a section moved in Word is numbered anew.</summary>
internal static class HeadingNumbers
{
    /// <summary>The list that all headings belong to.</summary>
    public const int NumberingId = 1;

    // I. A. 1. a. i. and then again from capital letters: the outline that courts are used to.
    private static readonly W.NumberFormatValues[] Outline =
    [
        W.NumberFormatValues.UpperRoman,
        W.NumberFormatValues.UpperLetter,
        W.NumberFormatValues.Decimal,
        W.NumberFormatValues.LowerLetter,
        W.NumberFormatValues.LowerRoman,
        W.NumberFormatValues.UpperLetter,
        W.NumberFormatValues.Decimal,
        W.NumberFormatValues.LowerLetter,
        W.NumberFormatValues.LowerRoman,
    ];

    /// <summary>The numbering for a document: decimal (1, 1.1) when its sections are numbered so, else the outline.</summary>
    public static W.Numbering Create(DocumentBody body)
    {
        var isDecimal = body.AllSections().FirstOrDefault(s => s.Number is { Length: > 0 })?.Number is [>= '0' and <= '9', ..];
        var levels = Enumerable.Range(1, DocumentLimits.Levels).Select(level => isDecimal ? DecimalLevel(level) : OutlineLevel(level));
        var list = new W.AbstractNum(new W.MultiLevelType { Val = W.MultiLevelValues.Multilevel }) { AbstractNumberId = 0 };
        list.Append(levels);
        return new W.Numbering(list, new W.NumberingInstance(new W.AbstractNumId { Val = 0 }) { NumberID = NumberingId });
    }

    private static W.Level OutlineLevel(int level) => Level(level, Outline[level - 1], $"%{level}.");

    private static W.Level DecimalLevel(int level) =>
        Level(level, W.NumberFormatValues.Decimal, string.Join('.', Enumerable.Range(1, level).Select(l => $"%{l}")) + ".");

    private static W.Level Level(int level, W.NumberFormatValues format, string text) =>
        new(
            new W.StartNumberingValue { Val = 1 },
            new W.NumberingFormat { Val = format },
            new W.ParagraphStyleIdInLevel { Val = StyleIds.Heading(level) },
            new W.LevelText { Val = text },
            new W.LevelJustification { Val = W.LevelJustificationValues.Left },
            new W.PreviousParagraphProperties(new W.Indentation { Left = $"{360 * level}", Hanging = "360" })
        )
        {
            LevelIndex = level - 1,
        };
}
