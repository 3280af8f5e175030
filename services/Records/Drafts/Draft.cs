using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Records.Documents;
using ServiceDefaults.Http;

namespace Records.Drafts;

/// <summary>A document of a case, as it stands.</summary>
/// <param name="Id">Its id.</param>
/// <param name="CaseId">Its case.</param>
/// <param name="Title">Its title.</param>
/// <param name="DocumentJson">The document; a LegalDocument when it is to be exported.</param>
/// <param name="ContentJson">What an editor keeps beside it.</param>
/// <param name="Version">1 at first, and 1 more with each save and restore.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="UpdatedAt">When it was last saved.</param>
public sealed record Draft(
    Guid Id,
    Guid CaseId,
    string Title,
    JsonObject DocumentJson,
    int Version,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    JsonObject? ContentJson = null
);

/// <summary>A draft as a list shows it: all but the document and what an editor keeps beside it.</summary>
/// <inheritdoc cref="Draft" path="/param" />
public sealed record DraftSummary(Guid Id, Guid CaseId, string Title, int Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

/// <summary>A draft to be. <c>{{variable}}</c> in the strings of both objects is filled from the case's values.</summary>
/// <inheritdoc cref="Draft" path="/param" />
public sealed record NewDraft(
    Guid CaseId,
    [property: NotBlank, MinLength(1), MaxCharacters(300)] string Title,
    [property: StorableJson] JsonObject DocumentJson,
    [property: StorableJson] JsonObject? ContentJson = null
) : IRequestBody;

/// <summary>A save. What is absent or null stays.</summary>
/// <param name="Version">The version that was read: when another save came first, this one is refused.</param>
/// <inheritdoc cref="Draft" path="/param" />
public sealed record DraftChange(
    [property: StorableJson] JsonObject DocumentJson,
    [property: Range(1, int.MaxValue)] int Version,
    [property: NotBlank, MinLength(1), MaxCharacters(300)] string? Title = null,
    [property: StorableJson] JsonObject? ContentJson = null
) : IRequestBody;

/// <summary>A draft as it was, or is, at one of its versions.</summary>
/// <param name="Version">Which.</param>
/// <param name="SavedAt">When it was saved.</param>
/// <inheritdoc cref="Draft" path="/param" />
public sealed record DraftVersion(
    int Version,
    string Title,
    JsonObject DocumentJson,
    DateTimeOffset SavedAt,
    JsonObject? ContentJson = null
);
