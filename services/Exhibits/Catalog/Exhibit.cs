using System.ComponentModel.DataAnnotations;
using ServiceDefaults.Http;
using ServiceDefaults.OpenApi;

namespace Exhibits.Catalog;

/// <summary>A new exhibit.</summary>
/// <param name="DraftId">The draft that it is attached to.</param>
/// <param name="Title">What it is.</param>
/// <param name="SentenceIds">The sentences that use it.</param>
/// <param name="DocumentIds">What it consists of: evidence, known to the Records service.</param>
public sealed record NewExhibit(
    Guid DraftId,
    [property: NotBlank, MaxCharacters(500)] string Title,
    [property: MaxLength(200), DistinctItems] IReadOnlyList<Guid>? SentenceIds = null,
    [property: Resource("evidence"), MaxLength(50), DistinctItems] IReadOnlyList<Guid>? DocumentIds = null
) : IRequestBody;

/// <summary>Changes an exhibit; what is left out stays. Its documents come and go one by one.</summary>
/// <param name="Title">What it is.</param>
/// <param name="SentenceIds">The sentences that use it.</param>
public sealed record ExhibitChange(
    [property: NotBlank, MaxCharacters(500)] string? Title = null,
    [property: MaxLength(200), DistinctItems] IReadOnlyList<Guid>? SentenceIds = null
) : IRequestBody;

/// <summary>An exhibit: references, never bytes.</summary>
/// <param name="SentenceIds">The sentences that use it, in the order given.</param>
/// <param name="DocumentIds">What it consists of, in the order in which it was added.</param>
public sealed record Exhibit(
    Guid Id,
    Guid DraftId,
    string Title,
    IReadOnlyList<Guid> SentenceIds,
    IReadOnlyList<Guid> DocumentIds,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
);
