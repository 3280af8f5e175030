namespace ServiceDefaults.Http;

/// <summary>How an operation says what it can answer.</summary>
public static class EndpointExtensions
{
    /// <summary>Documents error statuses, each with a <see cref="Problem"/> body.</summary>
    public static RouteHandlerBuilder Problems(this RouteHandlerBuilder builder, params int[] statuses)
    {
        foreach (var status in statuses)
        {
            builder.Produces<Problem>(status, "application/problem+json");
        }

        return builder;
    }

    /// <summary>Promises a latency other than <see cref="LatencyPromise.Default"/>.</summary>
    /// <param name="milliseconds">95 of 100 calls of a warm service take less.</param>
    public static RouteHandlerBuilder AnswersWithin(this RouteHandlerBuilder builder, int milliseconds) =>
        builder.WithMetadata(new LatencyPromise(milliseconds));

    /// <summary>Marks an operation that takes a <c>multipart/form-data</c> file and documents 400, 413 and 415.</summary>
    public static RouteHandlerBuilder TakesUpload(this RouteHandlerBuilder builder, params UploadField[] fields) =>
        builder.TakesUpload(example: null, fields);

    /// <summary>The same where not every file is taken, with an example of one that is.</summary>
    public static RouteHandlerBuilder TakesUpload(this RouteHandlerBuilder builder, byte[]? example, params UploadField[] fields) =>
        builder.WithMetadata(new Upload.Metadata(fields, example)).Problems(400, 413, 415);
}
