namespace TestKit.Contracts.Calls;

/// <summary>What the names of members and paths say about each other: <c>case_id</c> and <c>case_ids</c> are of <c>/cases</c>.</summary>
internal static class Naming
{
    /// <summary>Whether a member holds ids of other things.</summary>
    public static bool IsReference(string member) => Stem(member) is not null;

    /// <summary>Whether a member's ids are of a collection's things; the collection's own name says so too.</summary>
    public static bool IsCollectionOf(string collection, string member) =>
        collection == member || Stem(member) is { } stem && Plurals(stem).Contains(collection);

    private static string? Stem(string member) =>
        member.EndsWith("_id", StringComparison.Ordinal) ? member[..^3]
        : member.EndsWith("_ids", StringComparison.Ordinal) ? member[..^4]
        : null;

    private static string[] Plurals(string word) => [word, word + "s", word + "es", word[..^1] + "ies"];
}
