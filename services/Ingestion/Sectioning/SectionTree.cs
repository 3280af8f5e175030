using Ingestion.Reading;
using LegalDocuments;

namespace Ingestion.Sectioning;

/// <summary>Puts paragraphs under their headings, and headings under those of higher rank.</summary>
internal static class SectionTree
{
    /// <summary>The sections of a document; their paragraphs have no sentences yet.</summary>
    public static IReadOnlyList<Section> Build(IReadOnlyList<TextBlock> blocks)
    {
        var headings = new HeadingFinder(blocks);
        var flat = new List<Node> { new(new Heading("", 1, SectionTypes.Preamble, null)) };
        foreach (var block in blocks)
        {
            if (headings.Find(block) is { } heading)
            {
                flat.Add(new Node(heading));
            }
            else
            {
                flat[^1].Paragraphs.Add(new Paragraph(Guid.CreateVersion7(), block.Text, [], block.Spans));
            }
        }

        return [.. Roots(flat.Where(n => n.Heading.Title.Length > 0 || n.Paragraphs.Count > 0)).Select(n => n.ToSection())];
    }

    private static List<Node> Roots(IEnumerable<Node> flat)
    {
        var roots = new List<Node>();
        var open = new Stack<Node>();
        foreach (var node in flat)
        {
            while (
                open.TryPeek(out var above) && (above.Heading.Level >= node.Heading.Level || above.Heading.Type == SectionTypes.Preamble)
            )
            {
                open.Pop();
            }

            (open.TryPeek(out var parent) ? parent.Children : roots).Add(node);
            open.Push(node);
        }

        return roots;
    }

    private sealed record Node(Heading Heading)
    {
        public List<Paragraph> Paragraphs { get; } = [];

        public List<Node> Children { get; } = [];

        public Section ToSection() =>
            new(
                Guid.CreateVersion7(),
                Heading.Title,
                Heading.Level,
                Heading.Type,
                Paragraphs,
                [.. Children.Select(c => c.ToSection())],
                Heading.Number
            );
    }
}
