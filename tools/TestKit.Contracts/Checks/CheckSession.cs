using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts.Calls;

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

    public ApiOperation Operation => operation;

    public ApiDocument Document => service.Document;

    /// <summary>Fills an input with things that are there; a new one each time for the operation's own path.</summary>
    public Task<JsonObject> BindAsync(JsonObject input) => _resources.BindAsync(service, operation, input);

    /// <summary>The same for another operation of the service.</summary>
    public Task<JsonObject> BindAsync(ApiOperation other, JsonObject input) => _resources.BindAsync(service, other, input);

    /// <summary>Calls the operation with an input that is bound.</summary>
    public Task<Answer> SendAsync(JsonObject bound) => service.SendAsync(operation, bound, cancel);

    /// <summary>Binds an input and calls the operation with it.</summary>
    public async Task<Answer> CallAsync(JsonObject input) => await SendAsync(await BindAsync(input));

    /// <summary>Sends anything.</summary>
    public Task<Answer> SendAsync(string method, string path, HttpContent? content = null) =>
        service.SendAsync(method, path, content, cancel);
}
