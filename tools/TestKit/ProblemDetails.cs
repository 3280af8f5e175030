using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationSuite.TestKit;

/// <summary>An error body (RFC 9457, section 3.1), with what a service adds to it.</summary>
public sealed record ProblemDetails
{
    /// <summary>A URI of the kind of problem; absent is <c>about:blank</c>.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    /// <summary>The kind of problem in words.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>The HTTP status.</summary>
    [JsonPropertyName("status")]
    public int? Status { get; init; }

    /// <summary>What happened this time.</summary>
    [JsonPropertyName("detail")]
    public string? Detail { get; init; }

    /// <summary>A URI of this occurrence.</summary>
    [JsonPropertyName("instance")]
    public string? Instance { get; init; }

    /// <summary>The fields that were refused, and why: what ASP.NET Core's validation adds.</summary>
    [JsonPropertyName("errors")]
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>All other members, such as ASP.NET Core's <c>traceId</c>.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement> Extensions { get; init; } = new Dictionary<string, JsonElement>();
}
