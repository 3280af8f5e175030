namespace Clients.Records;

/// <summary>A case as Records gives it.</summary>
public sealed record Case(
    Guid Id,
    string CaseName,
    string CauseNumber,
    string CourtName,
    string Status,
    IReadOnlyDictionary<string, string> VariableValues,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    Guid? TemplateId = null,
    DateOnly? FilingDate = null,
    Template? Template = null
);

/// <summary>A case to create: valid as it is, so that a test says only what it is about.</summary>
public sealed record NewCase
{
    public Guid? TemplateId { get; init; }

    public string CaseName { get; init; } = "Smith v. Jones";

    public string CauseNumber { get; init; } = "2024-CV-01234";

    public string CourtName { get; init; } = "District Court of Travis County";

    public DateOnly? FilingDate { get; init; }

    public IReadOnlyDictionary<string, string>? VariableValues { get; init; }
}
