using Exhibits.Catalog;

namespace Exhibits.Appendix;

/// <summary>Who is Exhibit A: worked out at each call, never stored, so that labels are always without a gap.</summary>
internal static class Labels
{
    /// <summary>
    /// The exhibits of a draft in the order of first use. Sentence ids are version 7 and so ascend as Facts met the sentences,
    /// which for a document is from its start to its end: the exhibit with the earliest sentence comes first.
    /// Those that no such sentence uses follow in the order of their creation.
    /// </summary>
    /// <param name="exhibits">Oldest first.</param>
    public static IEnumerable<Exhibit> ByFirstUse(IEnumerable<Exhibit> exhibits) =>
        exhibits
            .Select(exhibit => (exhibit, First: FirstUse(exhibit)))
            .OrderBy(x => x.First is null)
            .ThenBy(x => x.First)
            .Select(x => x.exhibit);

    /// <summary>A … Z, AA … ZZ, AAA …</summary>
    /// <param name="index">From 0.</param>
    public static string Of(int index)
    {
        var label = "";
        for (var rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        {
            label = (char)('A' + ((rest - 1) % 26)) + label;
        }

        return label;
    }

    private static Guid? FirstUse(Exhibit exhibit) =>
        exhibit.SentenceIds.Where(id => id.Version == 7).Order().Select(id => (Guid?)id).FirstOrDefault();
}
