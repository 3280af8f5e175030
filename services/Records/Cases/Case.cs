using System.ComponentModel.DataAnnotations;
using Records.Documents;
using Records.Templates;
using ServiceDefaults.Http;

namespace Records.Cases;

/// <summary>A matter before a court, with the values that its documents are filled with.</summary>
/// <param name="Id">Its id.</param>
/// <param name="TemplateId">The template that its documents start from.</param>
/// <param name="CaseName">Its name, such as <c>Smith v. Jones</c>.</param>
/// <param name="CauseNumber">The court's number for it.</param>
/// <param name="CourtName">The court.</param>
/// <param name="FilingDate">When it was filed.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="VariableValues">Variable → value, for the placeholders of its drafts.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
/// <param name="Template">The template itself, when one case is read by its id.</param>
public sealed record Case(
    Guid Id,
    string CaseName,
    string CauseNumber,
    string CourtName,
    CaseStatus Status,
    IReadOnlyDictionary<string, string> VariableValues,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    Guid? TemplateId = null,
    DateOnly? FilingDate = null,
    Template? Template = null
);

/// <summary>Where a case stands.</summary>
public enum CaseStatus
{
    /// <summary>Worked on. Each case starts so.</summary>
    Open,

    /// <summary>Decided or settled.</summary>
    Closed,

    /// <summary>Put away.</summary>
    Archived,
}

/// <summary>A case to be.</summary>
/// <inheritdoc cref="Case" path="/param" />
public sealed record NewCase(
    [property: NotBlank, MinLength(1), MaxCharacters(300)] string CaseName,
    [property: NotBlank, MinLength(1), MaxCharacters(100)] string CauseNumber,
    [property: NotBlank, MinLength(1), MaxCharacters(200)] string CourtName,
    Guid? TemplateId = null,
    DateOnly? FilingDate = null,
    IReadOnlyDictionary<string, string>? VariableValues = null
) : IRequestBody;

/// <summary>What changes in a case; what is absent or null stays. Values are replaced as a whole. Drafts that exist already do not change.</summary>
/// <inheritdoc cref="Case" path="/param" />
public sealed record CaseChange(
    [property: NotBlank, MinLength(1), MaxCharacters(300)] string? CaseName = null,
    [property: NotBlank, MinLength(1), MaxCharacters(100)] string? CauseNumber = null,
    [property: NotBlank, MinLength(1), MaxCharacters(200)] string? CourtName = null,
    DateOnly? FilingDate = null,
    CaseStatus? Status = null,
    IReadOnlyDictionary<string, string>? VariableValues = null
) : IRequestBody;
