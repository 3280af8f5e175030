using System.ComponentModel.DataAnnotations;
using ServiceDefaults.Http;

namespace Facts.Claims;

/// <summary>What a claim rests on.</summary>
public enum ClaimType
{
    /// <summary>On what happened.</summary>
    Factual,

    /// <summary>On the law.</summary>
    Legal,

    /// <summary>On both.</summary>
    Mixed,
}

/// <summary>A new claim.</summary>
/// <param name="DraftId">The draft that makes it.</param>
/// <param name="SentenceIds">The sentences that make it; each must be known to this service.</param>
public sealed record NewClaim(
    Guid DraftId,
    [property: MinLength(1), MaxLength(100), DistinctItems] IReadOnlyList<Guid> SentenceIds,
    [property: NotBlank, MaxCharacters(10_000)] string ClaimText,
    ClaimType ClaimType
) : IRequestBody;

/// <summary>Changes a claim; what is left out stays.</summary>
public sealed record ClaimChange(
    [property: MinLength(1), MaxLength(100), DistinctItems] IReadOnlyList<Guid>? SentenceIds = null,
    [property: NotBlank, MaxCharacters(10_000)] string? ClaimText = null,
    ClaimType? ClaimType = null
) : IRequestBody;

/// <summary>A claim.</summary>
/// <param name="SentenceIds">The sentences that make it, in the order given.</param>
/// <param name="ExhibitIds">The exhibits linked to it, first linked first; <c>support</c> says which of them still exist.</param>
public sealed record Claim(
    Guid Id,
    Guid DraftId,
    IReadOnlyList<Guid> SentenceIds,
    string ClaimText,
    ClaimType ClaimType,
    IReadOnlyList<Guid> ExhibitIds,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
);
