namespace ServiceDefaults.Http;

/// <summary>Ends a request with a documented error; <see cref="ProblemMiddleware"/> turns it into <c>application/problem+json</c>.</summary>
public sealed class ApiException(int status, string detail) : Exception(detail)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>On a 400: field (its JSON name) → messages.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; private init; }

    /// <summary>400 for one field.</summary>
    public static ApiException BadField(string field, string message) =>
        BadRequest(new Dictionary<string, string[]> { [field] = [message] });

    /// <summary>400 for several fields.</summary>
    public static ApiException BadRequest(IReadOnlyDictionary<string, string[]> errors) =>
        new(400, $"The request is not valid: {string.Join("; ", errors.Select(e => $"{e.Key} {string.Join(", ", e.Value)}"))}.")
        {
            Errors = errors,
        };

    /// <summary>404.</summary>
    public static ApiException NotFound(string what, object id) => new(404, $"There is no {what} {id}.");

    /// <summary>409.</summary>
    public static ApiException Conflict(string detail) => new(409, detail);

    /// <summary>422: well formed, but nothing that can be worked with.</summary>
    public static ApiException Unprocessable(string detail) => new(422, detail);
}
