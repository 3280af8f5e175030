namespace Clients.Exhibits;

/// <summary>An exhibit as Exhibits gives it.</summary>
public sealed record Exhibit(
    Guid Id,
    Guid DraftId,
    string Title,
    IReadOnlyList<Guid> SentenceIds,
    IReadOnlyList<Guid> DocumentIds,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
);

/// <summary>An exhibit to create: valid as it is, so that a test says only what it is about.</summary>
public sealed record NewExhibit
{
    public Guid DraftId { get; init; } = Guid.CreateVersion7();

    public string Title { get; init; } = "Lease agreement";

    public IReadOnlyList<Guid>? SentenceIds { get; init; }

    public IReadOnlyList<Guid>? DocumentIds { get; init; }
}

/// <summary>A change of an exhibit.</summary>
public sealed record ExhibitChange(string? Title = null, IReadOnlyList<Guid>? SentenceIds = null);

/// <summary>The exhibits of a draft as its appendix lists them.</summary>
public sealed record AppendixList(IReadOnlyList<AppendixEntry> Entries);

/// <summary>An exhibit in the appendix.</summary>
public sealed record AppendixEntry(
    string Label,
    Guid ExhibitId,
    string Title,
    IReadOnlyList<Guid> DocumentIds,
    IReadOnlyList<string> Warnings
);
