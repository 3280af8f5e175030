using System.ComponentModel.DataAnnotations;
using BlockKit.Text;
using ServiceDefaults.Http;

namespace CaseBlock.Formatting;

/// <summary>What a caption says; what <c>extract</c> finds fits in.</summary>
/// <param name="Plaintiffs">Names, in order.</param>
/// <param name="Defendants">Names, in order.</param>
/// <param name="CauseNumber">The number alone.</param>
/// <param name="Court">The court; it may have several lines.</param>
public sealed record Caption(
    [property: MaxLength(Caption.MostParties), EachMaxLength(SourceText.LongestLine)] IReadOnlyList<string> Plaintiffs,
    [property: MaxLength(Caption.MostParties), EachMaxLength(SourceText.LongestLine)] IReadOnlyList<string> Defendants,
    [property: MaxCharacters(SourceText.LongestLine)] string? CauseNumber = null,
    [property: MaxCharacters(SourceText.LongestLine)] string? Court = null
)
{
    /// <summary>The most parties of one side; what an extracted side has beyond them is left out.</summary>
    public const int MostParties = 100;
}

/// <summary>Which template to fill, and with what.</summary>
/// <param name="TemplateId">An approved template.</param>
/// <param name="Caption">What to fill in.</param>
public sealed record FormatRequest(Guid TemplateId, Caption Caption) : IRequestBody;
