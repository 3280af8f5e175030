using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts.Calls;
using IntegrationSuite.TestKit.Contracts.Generation;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>One check of one operation: what it may call.</summary>
internal sealed class CheckSession(
    IReadOnlyList<ApiService> system,
    ApiService service,
    ApiOperation operation,
    ulong seed,
    CancellationToken cancel
)
{
    private readonly Resources _resources = new(system, seed, cancel);
    private JsonObject _bound = [];

    public ApiOperation Operation => operation;

    public ApiDocument Document => service.Document;

    public InputSource Source => InputSource.Of(operation, seed);

    /// <summary>Fills an input with things that are there; a new one each time for the operation's own path.</summary>
    public async Task<JsonObject> BindAsync(JsonObject input) => _bound = await _resources.BindAsync(service, operation, input);

    /// <summary>Calls the operation with an input that is bound.</summary>
    public Task<Answer> SendAsync(JsonObject bound) => service.SendAsync(operation, bound, cancel);

    /// <summary>Binds an input and calls the operation with it.</summary>
    public async Task<Answer> CallAsync(JsonObject input) => await SendAsync(await BindAsync(input));

    /// <summary>Makes a thing by another operation; nothing comes of one that refuses.</summary>
    public async Task MakeAsync(ApiOperation creator) =>
        await service.SendAsync(creator, await _resources.BindAsync(service, creator, InputSource.Of(creator, seed).Simplest), cancel);

    /// <summary>Calls the operation without credentials.</summary>
    public Task<Answer> SendUnprovedAsync(JsonObject bound) =>
        service.SendAsync(RequestWriter.RequestOf(operation, bound), cancel, isProved: false);

    /// <summary>Sends anything, with the headers and cookies of the input that was bound last.</summary>
    public Task<Answer> SendAsync(
        string method,
        string path,
        HttpContent? content = null,
        params IReadOnlyList<(string Name, string Text)> headers
    )
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = content };
        foreach (var (name, text) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, text);
        }

        return service.SendAsync(RequestWriter.WithHeaders(request, operation, _bound), cancel);
    }
}
