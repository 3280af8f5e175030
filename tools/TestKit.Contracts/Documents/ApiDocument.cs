using System.Collections.Concurrent;
using System.Text.Json;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>A service's contract: its OpenAPI document, as one of OpenAPI 3.1.</summary>
public sealed class ApiDocument
{
    /// <summary>Where ASP.NET Core gives a service's document, and where it is looked for unless the manifest says otherwise; the document does not list itself.</summary>
    internal const string Path = "/openapi/v1.json";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);
    private static readonly ConcurrentDictionary<Uri, Task<ApiDocument>> Loaded = new();

    private ApiDocument(JsonElement root)
    {
        Root = root;
        Validator = new SchemaValidator(root);
        Operations =
        [
            .. root.GetProperty("paths")
                .EnumerateObject()
                .SelectMany(path =>
                    path.Value.EnumerateObject()
                        .Where(m => Methods.Contains(m.Name))
                        .Select(m => new ApiOperation(path.Name, m.Name.ToUpperInvariant(), m.Value))
                ),
        ];
    }

    /// <summary>The document itself.</summary>
    public JsonElement Root { get; }

    /// <summary>Every operation.</summary>
    public IReadOnlyList<ApiOperation> Operations { get; }

    internal SchemaValidator Validator { get; }

    private static string[] Methods { get; } = ["get", "put", "post", "delete", "patch", "head", "options"];

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
    public static ApiDocument Parse(string text) =>
        new(JsonSerializer.SerializeToElement(new DocumentShape(DocumentReader.Read(text)).Make()));

    /// <summary>The operation that a request calls: literal segments win over parameters.</summary>
    public ApiOperation? Find(string method, string path) =>
        Operations.Where(o => o.Method == method && o.Matches(path)).MinBy(o => o.Parameters);

    /// <summary>The schema that a schema refers to, or itself.</summary>
    internal JsonElement Resolve(JsonElement schema) => Validator.Target(schema);

    private static async Task<ApiDocument> LoadAsync(Uri address)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = s_patience };
        return Parse(await client.GetStringAsync(address));
    }
}
