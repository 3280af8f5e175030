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

    /// <summary>Marks an operation that takes a <c>multipart/form-data</c> file and documents 400, 413 and 415.</summary>
    public static RouteHandlerBuilder TakesUpload(this RouteHandlerBuilder builder, params UploadField[] fields) =>
        builder.TakesUpload(example: null, fields);

    /// <summary>The same where not every file is taken, with an example of one that is.</summary>
    public static RouteHandlerBuilder TakesUpload(this RouteHandlerBuilder builder, byte[]? example, params UploadField[] fields) =>
        builder.WithMetadata(new Upload.Metadata(fields, example)).Problems(400, 413, 415);
}
