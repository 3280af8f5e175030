using System.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;
using Npgsql;

namespace ServiceDefaults.Http;

/// <summary>Every error leaves as <c>application/problem+json</c>; what is inside (stack, SQL, paths) goes to the log only.</summary>
internal sealed class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null })
            {
                await WriteStatusAsync(context);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = 499;
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            await HandleAsync(context, e);
        }
    }

    private Task HandleAsync(HttpContext context, Exception error) =>
        error switch
        {
            ApiException e => WriteAsync(context, e.Status, e.Message, e.Errors),
            BadHttpRequestException e => BadRequestAsync(context, e),
            DependencyException e => DependencyAsync(context, e),
            PostgresException { SqlState: ['2', '2', ..] } => WriteAsync(
                context,
                400,
                "The request holds a value that cannot be stored.",
                Field("request", "holds a value that cannot be stored")
            ),
            NpgsqlException { IsTransient: true } or TimeoutException => UnavailableAsync(context, error),
            _ => FaultAsync(context, error),
        };

    /// <summary>ASP.NET Core refuses a body of the wrong media type, or one that is too large, with a bare 415 or 413; only an upload documents these.</summary>
    private static Task WriteStatusAsync(HttpContext context) =>
        context.Response.StatusCode is 413 or 415
            ? BadRequestAsync(context, new BadHttpRequestException("", context.Response.StatusCode))
            : WriteAsync(context, context.Response.StatusCode, Sentence(context));

    private static Task BadRequestAsync(HttpContext context, BadHttpRequestException e)
    {
        var isUpload = context.GetEndpoint()?.Metadata.GetMetadata<Upload.Metadata>() is not null;
        if (isUpload && e.StatusCode is (413 or 415))
        {
            return WriteAsync(context, e.StatusCode, e.StatusCode == 413 ? Upload.TooLarge : Upload.WrongMediaType);
        }

        var errors = BindingErrors.Describe(e);
        return WriteAsync(context, 400, ApiException.BadRequest(errors).Message, errors);
    }

    private Task DependencyAsync(HttpContext context, DependencyException e)
    {
        log.LogWarning(e, "Dependency {Dependency} failed", e.Dependency);
        context.Response.Headers.RetryAfter = "1";
        return WriteAsync(context, 503, e.Message, dependency: e.Dependency);
    }

    private Task UnavailableAsync(HttpContext context, Exception e)
    {
        log.LogError(e, "Storage is out of reach");
        context.Response.Headers.RetryAfter = "1";
        return WriteAsync(context, 503, "The service's database does not answer.", dependency: "database");
    }

    private Task FaultAsync(HttpContext context, Exception e)
    {
        log.LogError(e, "Unhandled fault");
        return WriteAsync(context, 500, "The service failed. Its log has the cause under this trace id.");
    }

    private static Dictionary<string, string[]> Field(string name, string message) => new() { [name] = [message] };

    private static string Sentence(HttpContext context) =>
        context.Response.StatusCode switch
        {
            404 => $"There is nothing at {context.Request.Path}.",
            405 => $"{context.Request.Method} is not an operation of {context.Request.Path}.",
            var status => ReasonPhrases.GetReasonPhrase(status),
        };

    private static Task WriteAsync(
        HttpContext context,
        int status,
        string detail,
        IReadOnlyDictionary<string, string[]>? errors = null,
        string? dependency = null
    )
    {
        context.Response.StatusCode = status;
        var trace = Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
        var problem = new Problem("about:blank", ReasonPhrases.GetReasonPhrase(status), status, detail, trace, errors, dependency);
        return context.Response.WriteAsJsonAsync(problem, JsonRules.Strict, "application/problem+json", context.RequestAborted);
    }
}
