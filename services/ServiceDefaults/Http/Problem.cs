namespace ServiceDefaults.Http;

/// <summary>An error as a caller sees it (RFC 9457), with the trace to look for in the logs.</summary>
/// <param name="Type">A URI that names the kind of problem; <c>about:blank</c> when the status says it all.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What happened, for a person.</param>
/// <param name="TraceId">The W3C trace id of the request.</param>
/// <param name="Errors">On a 400: field → messages.</param>
/// <param name="Dependency">On a 503: the service that did not answer.</param>
public sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Detail,
    string TraceId,
    IReadOnlyDictionary<string, string[]>? Errors = null,
    string? Dependency = null
);
