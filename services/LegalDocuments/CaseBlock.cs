using System.ComponentModel.DataAnnotations;
using ServiceDefaults.Http;

namespace LegalDocuments;

/// <summary>A caption: who against whom, where.</summary>
/// <param name="Plaintiffs">Those who sue.</param>
/// <param name="Defendants">Those who are sued.</param>
/// <param name="CauseNumber">The court's number of the case.</param>
/// <param name="Court">The court.</param>
/// <param name="Confidence">How sure CaseBlock is (0–1); absent when a person wrote the caption.</param>
public sealed record CaseBlock(
    [property: MaxLength(DocumentLimits.Parties), EachMaxLength(DocumentLimits.Line)] IReadOnlyList<string> Plaintiffs,
    [property: MaxLength(DocumentLimits.Parties), EachMaxLength(DocumentLimits.Line)] IReadOnlyList<string> Defendants,
    [property: MaxCharacters(DocumentLimits.Line)] string? CauseNumber = null,
    [property: MaxCharacters(DocumentLimits.Line)] string? Court = null,
    [property: Range(0, 1)] double? Confidence = null
);
