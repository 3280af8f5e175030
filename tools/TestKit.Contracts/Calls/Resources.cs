using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts.Generation;

namespace IntegrationSuite.TestKit.Contracts.Calls;

/// <summary>
/// Makes the things that an operation's path names, each by the contract that says how:
/// <c>POST</c> on the collection before the parameter, a link to an operation of that path, or, for a parameter <c>case_id</c>, the collection <c>cases</c>.
/// </summary>
internal sealed class Resources(IReadOnlyList<ApiService> system, ulong seed, CancellationToken cancel)
{
    // A chain of parents is short; a contract whose things need each other would have no end.
    private const int LongestChain = 8;

    private readonly Dictionary<string, string?> _referred = [];
    private readonly Dictionary<ApiOperation, JsonObject> _least = [];
    private int _depth;

    /// <summary>Fills an input's path, and the ids in its body, with things that are there. What no contract says how to make stays as generated.</summary>
    public async Task<JsonObject> BindAsync(ApiService service, ApiOperation operation, JsonObject input)
    {
        var bound = Unique(service, operation, input);
        if (++_depth <= LongestChain)
        {
            await BindPathAsync(service, operation, bound["path"]!.AsObject());
            await new References(this, service, operation).BindAsync(bound);
            await FollowLinkAsync(service, operation, bound);
        }

        _depth--;
        return bound;
    }

    /// <summary>The id of a thing that a name such as <c>case_id</c> refers to, in this service or else another; made once. Null when nobody makes such things.</summary>
    public async Task<string?> ReferredAsync(ApiService from, string name)
    {
        foreach (var service in system.Where(service => service != from).Prepend(from))
        {
            if (service.Document.Operations.FirstOrDefault(operation => IsItemOf(service, operation, name)) is { } item)
            {
                var key = $"{service.Name} {item.Path}";
                return _referred.TryGetValue(key, out var known) ? known : _referred[key] = await IdOfNewAsync(service, item);
            }
        }

        return null;
    }

    private async Task<string?> IdOfNewAsync(ApiService service, ApiOperation item)
    {
        var bound = await BindAsync(service, item, Least(service, item));
        return bound["path"]![LastParameter(item.Path)] is { } id ? TextValue.Write(id) : null;
    }

    private async Task BindPathAsync(ApiService service, ApiOperation operation, JsonObject path)
    {
        var segments = operation.Path.Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            if (segments[i] is ['{', .. var parameter, '}'])
            {
                var collection = string.Join('/', segments[..i]);
                path[parameter] =
                    await CreatedAsync(service, collection, parameter, path)
                    ?? await ReferredFromPathAsync(service, parameter)
                    ?? path[parameter]?.DeepClone();
            }
        }
    }

    // A parameter "id" says nothing; one that its own collection makes was made above.
    private async Task<JsonNode?> ReferredFromPathAsync(ApiService service, string parameter) =>
        await ReferredAsync(service, parameter) is { } id ? JsonValue.Create(id) : null;

    private async Task<JsonNode?> CreatedAsync(ApiService service, string collection, string parameter, JsonObject path)
    {
        if (service.Document.Operation("POST", collection) is not { } creator || !creator.Creates() || !IsCalled(creator))
        {
            return null;
        }

        var input = Least(service, creator);
        var bound = await BindBodyAsync(service, creator, input, path);
        var answer = await service.SendAsync(creator, bound, cancel);
        return answer.IsSuccess ? Created.Id(answer, bound, collection, parameter) : null;
    }

    /// <summary>The same parents as the path that is being filled.</summary>
    private async Task<JsonObject> BindBodyAsync(ApiService service, ApiOperation creator, JsonObject input, JsonObject path)
    {
        var bound = Unique(service, creator, input);
        foreach (var parent in bound["path"]!.AsObject().Select(parameter => parameter.Key).ToList())
        {
            bound["path"]![parent] = path[parent]?.DeepClone();
        }

        if (++_depth <= LongestChain)
        {
            await new References(this, service, creator).BindAsync(bound);
        }

        _depth--;
        return bound;
    }

    private async Task FollowLinkAsync(ApiService service, ApiOperation operation, JsonObject bound)
    {
        if (Link.To(service.Document, operation) is { } link && IsCalled(link.Source))
        {
            var source = await BindAsync(service, link.Source, Least(service, link.Source));
            foreach (var (part, name, value) in link.Values(await service.SendAsync(link.Source, source, cancel)))
            {
                new Input(service.Document, operation).Put(bound, part, name, value);
            }
        }
    }

    private static JsonObject Unique(ApiService service, ApiOperation operation, JsonObject input) =>
        operation.Creates() ? Marker.Append(service.Document, operation, input, Marker.New()) : input.DeepClone().AsObject();

    private JsonObject Least(ApiService service, ApiOperation operation)
    {
        if (!_least.TryGetValue(operation, out var least))
        {
            _least[operation] = least = InputSource.Of(operation, seed).Simplest;
        }

        return least.DeepClone().AsObject();
    }

    /// <summary>One that is left out is not called for others' sake either.</summary>
    private static bool IsCalled(ApiOperation operation) => operation.WhyNot().Length == 0;

    private static string LastParameter(string path) => path.Split('/')[^1].Trim('{', '}');

    private static bool IsItemOf(ApiService service, ApiOperation operation, string name) =>
        operation is { Method: "GET" }
        && IsCalled(operation)
        && operation.Path.Split('/') is [.. var parent, var collection, ['{', .., '}']]
        && Naming.IsCollectionOf(collection, name)
        && (
            service.Document.Operation("POST", string.Join('/', [.. parent, collection]))?.Creates() == true
            || Link.To(service.Document, operation) is not null
        );
}
