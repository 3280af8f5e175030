using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts.Calls;
using IntegrationSuite.TestKit.Contracts.Checks;
using IntegrationSuite.TestKit.Contracts.Generation;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>How to call an operation so that it succeeds: by its contract, with the least that this allows, on things that are made for it.</summary>
public sealed class GeneratedCall
{
    private readonly IReadOnlyList<ApiService> _system;
    private readonly string _service;
    private readonly string _name;
    private readonly ApiOperation? _operation;
    private JsonObject? _bound;

    private GeneratedCall(IReadOnlyList<ApiService> system, string service, string name)
    {
        (_system, _service, _name) = (system, service, name);
        _operation = Subject?.Document.Operations.FirstOrDefault(operation => operation.ToString() == name);
    }

    private ApiService? Subject => _system.FirstOrDefault(each => each.Name == _service);

    /// <summary>A call of an operation.</summary>
    /// <param name="service">The service's name in the manifest.</param>
    /// <param name="operation">Such as <c>GET /books/{id}</c>. One that no contract knows is called as it stands.</param>
    /// <param name="client">Talks to a service: what the operation needs is made by it, perhaps in another service.</param>
    /// <param name="cancel">Calls it off.</param>
    /// <exception cref="InvalidOperationException">No contract says how to call it, and its path has parameters.</exception>
    public static async Task<GeneratedCall> OfAsync(
        string service,
        string operation,
        Func<string, HttpClient> client,
        CancellationToken cancel
    )
    {
        var system = new List<ApiService>();
        foreach (var each in Suite.Services)
        {
            cancel.ThrowIfCancellationRequested();
            if (await ServiceContract.TryReadAsync(each) is { } document)
            {
                system.Add(new ApiService(each, document, client(each)));
            }
        }

        var call = new GeneratedCall(system, service, operation);
        return call._operation is not null || !operation.Contains('{')
            ? call
            : throw new InvalidOperationException(
                $"{service}: {operation} can't be called: no OpenAPI document of the service has it, so nobody knows its parameters."
            );
    }

    /// <summary>A request that will succeed once. What it needs is made by the same client.</summary>
    /// <param name="http">A client of the service, or of a second instance of it.</param>
    /// <param name="cancel">Calls it off.</param>
    public async Task<HttpRequestMessage> PrepareAsync(HttpClient http, CancellationToken cancel)
    {
        if (_operation is null)
        {
            var words = _name.Split(' ', 2);
            return new HttpRequestMessage(new HttpMethod(words[0]), words[1]);
        }

        var input = _bound ?? await BindAsync(http, cancel);
        // Looking at a thing leaves it there for the next look.
        _bound = _operation.Method is "GET" or "HEAD" ? input : null;
        var request = RequestWriter.RequestOf(_operation, input);
        await Security.ProveAsync(request, _operation);
        return request;
    }

    private Task<JsonObject> BindAsync(HttpClient http, CancellationToken cancel)
    {
        var service = Subject! with { Client = http };
        var system = _system.Select(each => each.Name == _service ? service : each).ToList();
        var least = InputSource.Of(_operation!, CheckSeed.Value).Simplest;
        return new Resources(system, CheckSeed.Value, cancel).BindAsync(service, _operation!, least);
    }
}
