namespace Clients.Problems;

/// <summary>An error body (RFC 9457) as the reference services write it.</summary>
public sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Detail,
    string TraceId,
    IReadOnlyDictionary<string, string[]>? Errors = null,
    string? Dependency = null
);
