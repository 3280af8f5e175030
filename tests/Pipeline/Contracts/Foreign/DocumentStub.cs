using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts;
using IntegrationSuite.TestKit.Contracts.Generation;
using IntegrationSuite.TestKit.Contracts.Matrix;

namespace Pipeline.Contracts.Foreign;

/// <summary>A service that answers any document by the document itself: what it allows with a success, all else with a refusal; but for its fault.</summary>
internal sealed class DocumentStub(ApiDocument document, StubFault fault) : HttpMessageHandler
{
    /// <summary>What it knows a caller by.</summary>
    public const string Credential = "of-the-caller";

    private const long LargestBody = 1_000_000;

    private readonly HashSet<string> _deleted = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        var answer = document.Find(request.Method.Method, path) is { } operation
            ? await AnswerAsync(operation, request, path)
            : Unknown(path);
        answer.RequestMessage = request;
        return answer;
    }

    private async Task<HttpResponseMessage> AnswerAsync(ApiOperation operation, HttpRequestMessage request, string path)
    {
        if (request.Content?.Headers.ContentLength > LargestBody)
        {
            return Respond(operation, 413);
        }

        if (operation.NeedsProof() && !IsProved(request))
        {
            return new HttpResponseMessage(HttpStatusCode.Unauthorized) { Headers = { WwwAuthenticate = { new("Bearer") } } };
        }

        if (fault == StubFault.RefusesAll)
        {
            return Respond(operation, 400);
        }

        if (operation.Bodies().Any() && request.Content is { } content && !IsTaken(operation, content))
        {
            return Respond(operation, 415);
        }

        var input = await RequestInput.ReadAsync(operation, request);
        return fault != StubFault.TakesAnything
            && (input is not { } read || document.Validator.Validate(operation.InputSchema(), read).Count > 0)
                ? Respond(operation, 400)
            : _deleted.Contains(path) ? Respond(operation, 404)
            : Succeed(operation, path);
    }

    private static bool IsProved(HttpRequestMessage request) =>
        request.Headers.Authorization is not null
        || $"{request.RequestUri}{request.Headers}".Contains(Credential, StringComparison.Ordinal);

    private HttpResponseMessage Succeed(ApiOperation operation, string path)
    {
        if (operation.Method == "DELETE")
        {
            _deleted.Add(path);
        }

        return Respond(operation, operation.Statuses.FirstOrDefault(status => status is >= 200 and < 300, 200));
    }

    private static bool IsTaken(ApiOperation operation, HttpContent content) =>
        MediaTypes.Of(operation.Definition.GetProperty("requestBody").GetProperty("content"), $"{content.Headers.ContentType}") is not null;

    private HttpResponseMessage Unknown(string path)
    {
        var methods = document.Operations.Where(operation => operation.Matches(path)).Select(operation => operation.Method).ToList();
        var answer = new HttpResponseMessage(methods.Count > 0 ? HttpStatusCode.MethodNotAllowed : HttpStatusCode.NotFound)
        {
            Content = new ByteArrayContent([]),
        };
        methods.ForEach(answer.Content.Headers.Allow.Add);
        return answer;
    }

    private HttpResponseMessage Respond(ApiOperation operation, int wanted)
    {
        // A document need not tell refusals apart.
        var status = operation.Response(wanted) is null ? operation.Statuses.First(each => each is >= 400 and < 500) : wanted;
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent([]) };
        var documented = operation.Response(status)!.Value;
        if (
            documented.TryGetProperty("content", out var content)
            && content.EnumerateObject().Cast<JsonProperty?>().FirstOrDefault() is { } media
        )
        {
            var type = fault == StubFault.AnswersOtherTypes && status < 300 ? "font/woff" : MediaTypes.Sendable(media.Name);
            answer.Content = new StringContent(Body(media, status), Encoding.UTF8);
            answer.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        }

        foreach (var header in documented.TryGetProperty("headers", out var headers) ? headers.EnumerateObject() : default)
        {
            var value = new ValueGenerator(document, Extent.Least, new Random(1), Alphabet.Header).Valid(
                header.Value.GetProperty("schema")
            );
            answer.Headers.TryAddWithoutValidation(
                header.Name,
                ParameterText.Of(document, header.Value, "header").Write(value).FirstOrDefault().Text ?? ""
            );
        }

        return answer;
    }

    /// <summary>The same each time: what was asked twice is as it was.</summary>
    private string Body(JsonProperty media, int status)
    {
        var schema = media.Value.TryGetProperty("schema", out var known) ? known : JsonSerializer.SerializeToElement(new { });
        var value =
            fault == StubFault.AnswersOtherBodies && status < 300
                ? Other(schema)
                : new ValueGenerator(document, Extent.Least, new Random(1)).Valid(schema);
        return MediaTypes.IsJson(MediaTypes.Sendable(media.Name)) ? value?.ToJsonString() ?? "null" : TextValue.Write(value);
    }

    private JsonNode? Other(JsonElement schema) =>
        new JsonNode?[]
        {
            true,
            "another",
            new JsonObject { ["id"] = "another" },
        }.FirstOrDefault(value => document.AnswerValidator.Validate(schema, JsonSerializer.SerializeToElement(value)).Count > 0);
}
