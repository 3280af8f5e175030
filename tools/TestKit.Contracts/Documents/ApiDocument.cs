using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>A service's contract: its OpenAPI document, as one of OpenAPI 3.1.</summary>
public sealed class ApiDocument
{
    /// <summary>Where ASP.NET Core gives a service's document, and where it is looked for unless the manifest says otherwise; the document does not list itself.</summary>
    internal const string Path = "/openapi/v1.json";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);
    private static readonly ConcurrentDictionary<Uri, Task<ApiDocument>> Loaded = new();

    private readonly List<ApiOperation> _unread;

    private ApiDocument(JsonObject document)
    {
        var shaped = new DocumentShape(document).Make();
        var (requests, answers) = (Direction.OfRequests(shaped), Direction.OfAnswers(shaped));
        Root = DeepJson.Element(shaped);
        Validator = new SchemaValidator(DeepJson.Element(requests));
        AnswerValidator = ReferenceEquals(requests, answers) ? Validator : new SchemaValidator(DeepJson.Element(answers));
        var all = OperationsOf(requests, answers).ToList();
        _unread = [.. all.Where(operation => operation.Method == ApiOperation.AnyMethod)];
        Operations = [.. all.Except(_unread)];
    }

    /// <summary>The document itself.</summary>
    public JsonElement Root { get; }

    /// <summary>Every operation.</summary>
    public IReadOnlyList<ApiOperation> Operations { get; }

    /// <summary>The name of the service that it is of, once that is known.</summary>
    internal string? Service { get; set; }

    /// <summary>What stands for the operations of a path that can't be read, each with its defect.</summary>
    internal IEnumerable<ApiOperation> Unread => _unread;

    /// <summary>Holds what is sent against its schemas.</summary>
    internal SchemaValidator Validator { get; }

    /// <summary>Holds what is answered against its schemas.</summary>
    internal SchemaValidator AnswerValidator { get; }

    private static string[] Methods { get; } = ["get", "put", "post", "delete", "patch", "head", "options", ApiOperation.AnyMethod];

    /// <summary>The document of a running service, fetched once; what could not be fetched on a machine that is too busy is tried anew by the next who asks.</summary>
    /// <param name="service">The service's base address.</param>
    /// <param name="path">Where it answers the document.</param>
    public static async Task<ApiDocument> OfAsync(Uri service, string path = Path)
    {
        var address = new Uri(service, path);
        var loading = Loaded.GetOrAdd(address, LoadAsync);
        try
        {
            return await loading;
        }
        catch
        {
            Loaded.TryRemove(KeyValuePair.Create(address, loading));
            throw;
        }
    }

    /// <summary>The document of a service of the run, from where the manifest says that it is; null when it has none, or does not answer it.</summary>
    /// <param name="service">The service's name in the manifest.</param>
    public static Task<ApiDocument?> TryOfServiceAsync(string service) => ServiceContract.TryReadAsync(service);

    /// <summary>Reads a document: OpenAPI 3.0, 3.1 or 3.2, in JSON or YAML.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static ApiDocument Parse(string text) => Made(DocumentReader.Read(text));

    /// <summary>Reads a document that may refer to other files.</summary>
    /// <param name="text">The document.</param>
    /// <param name="home">Where it is: relative references start there.</param>
    /// <param name="load">Gives the text of another file; null when it is not to be had.</param>
    /// <exception cref="JsonException">It is none.</exception>
    internal static async Task<ApiDocument> ReadAsync(string text, Uri home, Func<Uri, Task<string?>> load)
    {
        var document = DocumentReader.Read(text);
        await new OtherFiles(document, home, load).BringInAsync();
        return Made(document);
    }

    /// <exception cref="JsonException">Its parts are not what they should be.</exception>
    private static ApiDocument Made(JsonObject document)
    {
        try
        {
            return new ApiDocument(document);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or KeyNotFoundException or NotSupportedException)
        {
            throw new JsonException($"The OpenAPI document can't be read: {e.Message}", e);
        }
    }

    /// <summary>The operation that a request calls: literal segments win over parameters.</summary>
    public ApiOperation? Find(string method, string path) =>
        Operations.Where(o => o.Method == method && o.Matches(path)).MinBy(o => o.Parameters) ?? _unread.Find(o => o.Matches(path));

    /// <summary>The schema that a schema refers to, or itself.</summary>
    internal JsonElement Resolve(JsonElement schema) => Validator.Target(schema);

    /// <summary>What is sent as it holds for requests, what comes back as it holds for answers.</summary>
    private IEnumerable<ApiOperation> OperationsOf(JsonObject requests, JsonObject answers) =>
        from path in requests["paths"]!.AsObject()
        from method in path.Value!.AsObject()
        where Methods.Contains(method.Key)
        let definition = method.Value!.DeepClone().AsObject()
        let responses = definition["responses"] = answers["paths"]![path.Key]![method.Key]!["responses"]!.DeepClone()
        select new ApiOperation(this, path.Key, method.Key.ToUpperInvariant(), DeepJson.Element(definition));

    private static async Task<ApiDocument> LoadAsync(Uri address)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = s_patience };
        // No other host is asked.
        return await ReadAsync(
            await client.GetStringAsync(address),
            address,
            async file => file.Authority == address.Authority && file.Scheme == address.Scheme ? await client.GetStringAsync(file) : null
        );
    }
}
