using System.Text.Json.Nodes;

namespace Clients.Records;

/// <summary>A template as Records gives it.</summary>
public sealed record Template(
    Guid Id,
    string Name,
    string Category,
    string Jurisdiction,
    string CourtLevel,
    JsonObject DocumentJson,
    IReadOnlyList<Variable> Variables,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    string? Description = null
)
{
    /// <summary>The template as a list shows it.</summary>
    public TemplateSummary ToSummary() => new(Id, Name, Category, Jurisdiction, CourtLevel, Variables, CreatedAt, UpdatedAt, Description);
}

/// <summary>A template as a list shows it.</summary>
public sealed record TemplateSummary(
    Guid Id,
    string Name,
    string Category,
    string Jurisdiction,
    string CourtLevel,
    IReadOnlyList<Variable> Variables,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    string? Description = null
);

/// <summary>A variable of a template.</summary>
public sealed record Variable(string Name, string Type = "text", bool Required = false, string? Default = null, string? Description = null)
{
    /// <summary>One that each case must give.</summary>
    public static Variable Needed(string name, string type = "text") => new(name, type, Required: true);
}

/// <summary>A template to create: valid as it is, so that a test says only what it is about.</summary>
public sealed record NewTemplate
{
    public string Name { get; init; } = "Motion to dismiss";

    public string Category { get; init; } = "motion";

    public string Jurisdiction { get; init; } = "TX";

    public string CourtLevel { get; init; } = "district";

    public string? Description { get; init; }

    public JsonObject DocumentJson { get; init; } = new() { ["heading"] = "{{plaintiff}} v. {{defendant}}" };

    public IReadOnlyList<Variable> Variables { get; init; } = [];
}
