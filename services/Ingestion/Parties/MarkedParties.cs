using LegalDocuments;
using LegalDocuments.Docx;

namespace Ingestion.Parties;

/// <summary>Caption and signature block as Export marked them, value by value: nothing to guess.</summary>
internal static class MarkedParties
{
    /// <summary>The marked caption, or null when the document marks none.</summary>
    public static CaseBlock? Caption(ILookup<string, string> marks) =>
        HasAny(marks, ContentTags.Plaintiff, ContentTags.Defendant, ContentTags.CauseNumber, ContentTags.Court)
            ? new CaseBlock(
                [.. marks[ContentTags.Plaintiff]],
                [.. marks[ContentTags.Defendant]],
                One(marks, ContentTags.CauseNumber),
                One(marks, ContentTags.Court)
            )
            : null;

    /// <summary>The marked signature block, or null when the document marks none that names an attorney and a bar number.</summary>
    public static SignatureBlock? Signature(ILookup<string, string> marks) =>
        One(marks, ContentTags.AttorneyName) is { } name && One(marks, ContentTags.BarNumber) is { } number
            ? new SignatureBlock(
                name,
                number,
                One(marks, ContentTags.Firm),
                One(marks, ContentTags.Address),
                One(marks, ContentTags.Phone),
                One(marks, ContentTags.Email)
            )
            : null;

    private static bool HasAny(ILookup<string, string> marks, params string[] tags) => tags.Any(marks.Contains);

    private static string? One(ILookup<string, string> marks, string tag) =>
        marks[tag].FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));
}
