namespace IntegrationSuite.TestKit.Contracts.Calls;

/// <summary>
/// What the names of members and paths say about each other, however they are written: <c>case_id</c>, <c>caseId</c>, <c>case-id</c> and
/// <c>CaseIDs</c> are of <c>/cases</c>.
/// </summary>
internal static class Naming
{
    private static readonly string[] s_endings = ["_ids", "_id", "-ids", "-id", "Ids", "Id", "IDs", "ID"];

    /// <summary>Whether a member holds ids of other things.</summary>
    public static bool IsReference(string member) => Stem(member) is not null;

    /// <summary>Whether a member's ids are of a collection's things; the collection's own name says so too.</summary>
    public static bool IsCollectionOf(string collection, string member) =>
        collection == member || Stem(member) is { } stem && Plurals(stem).Contains(Bare(collection));

    // In "valid" and "ids" nothing is named whose id it could be.
    private static string? Stem(string member) =>
        s_endings.FirstOrDefault(end => member.Length > end.Length && member.EndsWith(end, StringComparison.Ordinal)) is { } ending
            ? Bare(member[..^ending.Length])
            : null;

    /// <summary>Without what separates words: <c>lineItem</c>, <c>line_item</c> and <c>line-item</c> are one.</summary>
    private static string Bare(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string[] Plurals(string word) => word.Length == 0 ? [] : [word, word + "s", word + "es", word[..^1] + "ies"];
}
