namespace Clients.Health;

/// <summary>What a service says of itself at <c>/health</c>.</summary>
public sealed record ServiceHealth(
    string Status,
    string Service,
    string Version,
    DateTimeOffset Timestamp,
    IReadOnlyDictionary<string, string>? Checks = null
);
