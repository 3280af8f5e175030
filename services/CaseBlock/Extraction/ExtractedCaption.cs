using System.ComponentModel.DataAnnotations;
using BlockKit.Text;
using CaseBlock.Formatting;
using ServiceDefaults.Http;

namespace CaseBlock.Extraction;

/// <summary>A caption as it was found. Each string is a substring of the paragraphs, joined by line breaks.</summary>
/// <param name="Plaintiffs">Those who sue, in order, also called petitioners or appellants; names only.</param>
/// <param name="Defendants">Those who are sued, in order.</param>
/// <param name="Confidence">From 0 to 1: the share of a complete caption that was found.</param>
/// <param name="CauseNumber">The number alone, such as <c>2024-12345</c> or <c>1:23-cv-00456</c>.</param>
/// <param name="Court">The court with its county or district; line breaks as in the input. Where a column of § signs tears it apart, its first line.</param>
public sealed record ExtractedCaption(
    [property: MaxLength(Caption.MostParties), EachMaxLength(SourceText.LongestLine)] IReadOnlyList<string> Plaintiffs,
    [property: MaxLength(Caption.MostParties), EachMaxLength(SourceText.LongestLine)] IReadOnlyList<string> Defendants,
    [property: Range(0.0, 1.0)] double Confidence,
    [property: MaxCharacters(SourceText.LongestLine)] string? CauseNumber = null,
    [property: MaxCharacters(SourceText.LongestLine)] string? Court = null
);
