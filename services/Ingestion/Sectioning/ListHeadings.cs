using Ingestion.Reading;

namespace Ingestion.Sectioning;

/// <summary>Which levels of which numbered lists are headings, and which are lists in the text.</summary>
internal static class ListHeadings
{
    /// <summary>A level is one of headings when all its items read like titles, and most of them stand above something else than the next item.</summary>
    public static HashSet<(int List, int Level)> In(IReadOnlyList<TextBlock> blocks) =>
        [
            .. blocks
                .Select((block, index) => (block, next: index + 1 < blocks.Count ? blocks[index + 1] : null))
                .Where(x => x.block.Number is not null)
                .GroupBy(x => Key(x.block))
                .Where(level =>
                    level.All(x => x.block.Number!.Label is not null && TitleLike.Is(x.block.Text))
                    && 2 * level.Count(x => x.next is not null && Key(x.next) != level.Key) > level.Count()
                )
                .Select(level => level.Key),
        ];

    private static (int List, int Level) Key(TextBlock block) => block.Number is { } number ? (number.ListId, number.Level) : default;
}
