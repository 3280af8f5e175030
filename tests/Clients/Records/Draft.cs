using System.Text.Json.Nodes;

namespace Clients.Records;

/// <summary>A draft as Records gives it.</summary>
public sealed record Draft(
    Guid Id,
    Guid CaseId,
    string Title,
    JsonObject DocumentJson,
    int Version,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    JsonObject? ContentJson = null
)
{
    /// <summary>The draft as a list shows it.</summary>
    public DraftSummary ToSummary() => new(Id, CaseId, Title, Version, CreatedAt, UpdatedAt);
}

/// <summary>A draft as a list shows it.</summary>
public sealed record DraftSummary(Guid Id, Guid CaseId, string Title, int Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

/// <summary>A version of a draft.</summary>
public sealed record DraftVersion(
    int Version,
    string Title,
    JsonObject DocumentJson,
    DateTimeOffset SavedAt,
    JsonObject? ContentJson = null
);

/// <summary>A draft to create: valid as it is, so that a test says only what it is about.</summary>
public sealed record NewDraft(Guid CaseId)
{
    public string Title { get; init; } = "First draft";

    public JsonObject DocumentJson { get; init; } = new() { ["text"] = "Comes now the plaintiff." };

    public JsonObject? ContentJson { get; init; }
}

/// <summary>A save of a draft.</summary>
public sealed record DraftChange(int Version, JsonObject DocumentJson, string? Title = null, JsonObject? ContentJson = null);
