namespace Clients.Caselaw;

/// <summary>An authority as Caselaw gives it.</summary>
public sealed record Authority(Guid Id, string Citation, string Type, string NormalizedCitation, DateTimeOffset CreatedAt);

/// <summary>An authority to create.</summary>
public sealed record NewAuthority(string Citation, string Type);

/// <summary>A table of authorities.</summary>
public sealed record TableOfAuthorities(
    Guid DraftId,
    DateTimeOffset GeneratedAt,
    IReadOnlyList<TableEntry> Cases,
    IReadOnlyList<TableEntry> Statutes,
    IReadOnlyList<TableEntry> Regulations
);

/// <summary>An authority in a table.</summary>
public sealed record TableEntry(string Citation, string NormalizedCitation, int Occurrences, IReadOnlyList<string> ParagraphIds);
