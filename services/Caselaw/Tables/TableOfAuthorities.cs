using System.ComponentModel.DataAnnotations;
using ServiceDefaults.Http;

namespace Caselaw.Tables;

/// <summary>Asks for the table of authorities of a draft.</summary>
/// <param name="DraftId">A draft that the Records service knows.</param>
public sealed record GenerateTable(Guid DraftId) : IRequestBody;

/// <summary>A table of authorities: what a draft cited when the table was made.</summary>
/// <param name="Cases">By name.</param>
/// <param name="Statutes">By code, title and section, numbers by their value.</param>
/// <param name="Regulations">By title and section, numbers by their value.</param>
public sealed record TableOfAuthorities(
    Guid DraftId,
    DateTimeOffset GeneratedAt,
    IReadOnlyList<TableEntry> Cases,
    IReadOnlyList<TableEntry> Statutes,
    IReadOnlyList<TableEntry> Regulations
);

/// <summary>An authority in a table.</summary>
/// <param name="Citation">In full, from the fullest of its citations.</param>
/// <param name="NormalizedCitation">What identifies it.</param>
/// <param name="Occurrences">How often it is cited.</param>
/// <param name="ParagraphIds">The paragraphs that cite it, in the order of the draft.</param>
public sealed record TableEntry(
    string Citation,
    string NormalizedCitation,
    [property: Range(1, int.MaxValue)] int Occurrences,
    IReadOnlyList<string> ParagraphIds
);
