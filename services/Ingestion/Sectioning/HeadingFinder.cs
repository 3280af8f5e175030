using Ingestion.Reading;
using LegalDocuments;
using LegalDocuments.Docx;

namespace Ingestion.Sectioning;

/// <summary>Tells headings from text: by style, by numbering, and where neither speaks, by bold type.</summary>
internal sealed class HeadingFinder
{
    private const string BodyText = "body text";

    private readonly HashSet<(int List, int Level)> _headingLists;
    private readonly int _deepest;
    private readonly bool _hasUpperCase;

    /// <summary>Looks at all of a document's paragraphs: what a numbered or a bold paragraph means depends on the others.</summary>
    public HeadingFinder(IReadOnlyList<TextBlock> blocks)
    {
        _headingLists = ListHeadings.In(blocks);
        _deepest = blocks.Select(StrongLevel).Max() ?? 0;
        _hasUpperCase = blocks.Any(b => IsBoldHeading(b) && b.IsUpperCase);
    }

    /// <summary>The heading that a paragraph is, or null when it is text.</summary>
    public Heading? Find(TextBlock block)
    {
        if (block.Text.Length > DocumentLimits.Title)
        {
            return null;
        }

        return StrongLevel(block) is { } level ? Strong(block, level)
            : IsBoldHeading(block) ? Typed(block, Math.Min(DocumentLimits.Levels, BoldLevel(block)))
            : null;
    }

    private int? StrongLevel(TextBlock block) =>
        block.OutlineLevel ?? (block.Number is { } number && _headingLists.Contains((number.ListId, number.Level)) ? number.Level : null);

    private static Heading Strong(TextBlock block, int level) =>
        block.StyleId switch
        {
            StyleIds.AuthoritiesHeading => new Heading(block.Text, level, SectionTypes.Authorities, null),
            StyleIds.AppendixHeading => new Heading(block.Text, level, SectionTypes.Appendix, null),
            _ when block.Number is null => Typed(block, level),
            _ => new Heading(block.Text, level, SectionTypes.Section, Short(block.Number.Label)),
        };

    /// <summary>Where Word does not number, the author may have typed the number.</summary>
    private static Heading Typed(TextBlock block, int level)
    {
        var (number, title) = TypedNumber.Split(block.Text);
        return new Heading(title, level, SectionTypes.Section, Short(number));
    }

    /// <summary>A paragraph in Word's style "Body Text" is text, however it looks: its author said so.</summary>
    private bool IsBoldHeading(TextBlock block) =>
        StrongLevel(block) is null
        && block is { IsBold: true, Cell: null, Number: null, StyleName: not BodyText }
        && TitleLike.Is(block.Text);

    /// <summary>Below all other headings; where some are in capitals, those in small letters are below them.</summary>
    private int BoldLevel(TextBlock block) => _deepest + (_hasUpperCase && !block.IsUpperCase ? 2 : 1);

    private static string? Short(string? number) => number is { Length: <= DocumentLimits.Word } ? number : null;
}
