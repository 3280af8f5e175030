namespace Clients.Facts;

/// <summary>A claim as Facts gives it.</summary>
public sealed record Claim(
    Guid Id,
    Guid DraftId,
    IReadOnlyList<Guid> SentenceIds,
    string ClaimText,
    string ClaimType,
    IReadOnlyList<Guid> ExhibitIds,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
);

/// <summary>A claim to create: valid as it is but for its sentences, so that a test says only what it is about.</summary>
public sealed record NewClaim(params IReadOnlyList<Guid> SentenceIds)
{
    public Guid DraftId { get; init; } = Guid.CreateVersion7();

    public string ClaimText { get; init; } = "The tenant paid the rent.";

    public string ClaimType { get; init; } = "factual";
}

/// <summary>A change of a claim.</summary>
public sealed record ClaimChange(IReadOnlyList<Guid>? SentenceIds = null, string? ClaimText = null, string? ClaimType = null);

/// <summary>What a claim is supported by.</summary>
public sealed record ClaimSupport(bool HasSupport, IReadOnlyList<SupportingExhibit> Exhibits);

/// <summary>An exhibit that supports a claim.</summary>
public sealed record SupportingExhibit(Guid Id, string Title);
