using System.ComponentModel.DataAnnotations;
using ServiceDefaults.Http;

namespace CaseBlock.Formatting;

/// <summary>What a caption says; what <c>extract</c> finds fits in.</summary>
/// <param name="Plaintiffs">Names, in order.</param>
/// <param name="Defendants">Names, in order.</param>
/// <param name="CauseNumber">The number alone.</param>
/// <param name="Court">The court; it may have several lines.</param>
public sealed record Caption(
    [property: MaxLength(200), EachMaxLength(2_000)] IReadOnlyList<string> Plaintiffs,
    [property: MaxLength(200), EachMaxLength(2_000)] IReadOnlyList<string> Defendants,
    [property: MaxLength(2_000)] string? CauseNumber = null,
    [property: MaxLength(6_000)] string? Court = null);

/// <summary>Which template to fill, and with what.</summary>
/// <param name="TemplateId">An approved template.</param>
/// <param name="Caption">What to fill in.</param>
public sealed record FormatRequest(Guid TemplateId, Caption Caption) : IRequestBody;
