using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TestKit.Contracts;

/// <summary>A service's contract: its OpenAPI document (OpenAPI 3.1).</summary>
public sealed class ApiDocument
{
    /// <summary>Where a service gives its document; the document does not list itself.</summary>
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
    public static async Task<ApiDocument> OfAsync(Uri service)
    {
        var loading = Loaded.GetOrAdd(service, LoadAsync);
        try
        {
            return await loading;
        }
        catch
        {
            Loaded.TryRemove(KeyValuePair.Create(service, loading));
            throw;
        }
    }

    /// <summary>The same of a service that may have none, answer a page in its place, hang or be gone.</summary>
    internal static async Task<ApiDocument?> TryOfAsync(Uri service)
    {
        try
        {
            return await OfAsync(service);
        }
        catch (Exception e) when (e is HttpRequestException or SocketException or TaskCanceledException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads a document.</summary>
    public static ApiDocument Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new ApiDocument(document.RootElement.Clone());
    }

    /// <summary>The operation that a request calls: literal segments win over parameters.</summary>
    public ApiOperation? Find(string method, string path) =>
        Operations.Where(o => o.Method == method && o.Matches(path)).MinBy(o => o.Parameters);

    /// <summary>The schema that a schema refers to, or itself.</summary>
    internal JsonElement Resolve(JsonElement schema) => Validator.Target(schema);

    private static async Task<ApiDocument> LoadAsync(Uri service)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = s_patience };
        return Parse(await client.GetStringAsync(new Uri(service, Path)));
    }
}

/// <summary>An operation of a contract.</summary>
public sealed class ApiOperation
{
    private readonly Regex _path;

    internal ApiOperation(string path, string method, JsonElement definition)
    {
        Path = path;
        Method = method;
        Definition = definition;
        Parameters = path.Count(c => c == '{');
        _path = new Regex(
            "^" + Regex.Replace(Regex.Escape(path), @"\\\{[^}]+}", "[^/]+") + @"/?\z",
            RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        );
    }

    /// <summary>The path template.</summary>
    public string Path { get; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>Its part of the document.</summary>
    public JsonElement Definition { get; }

    /// <summary>The statuses it documents.</summary>
    public IEnumerable<int> Statuses =>
        Definition
            .GetProperty("responses")
            .EnumerateObject()
            .Select(r => int.TryParse(r.Name, out var status) ? status : 0)
            .Where(s => s > 0);

    internal int Parameters { get; }

    internal IEnumerable<JsonElement> QueryParameters =>
        Definition.TryGetProperty("parameters", out var parameters)
            ? parameters.EnumerateArray().Where(p => p.GetProperty("in").ValueEquals("query"))
            : [];

    /// <inheritdoc />
    public override string ToString() => $"{Method} {Path}";

    internal bool Matches(string path) => _path.IsMatch(path);

    internal JsonElement? Response(int status) =>
        Definition
            .GetProperty("responses")
            .TryGetProperty(status.ToString(System.Globalization.CultureInfo.InvariantCulture), out var response)
            ? response
            : null;

    internal JsonElement? RequestSchema() =>
        Definition.TryGetProperty("requestBody", out var body)
        && body.GetProperty("content").TryGetProperty("application/json", out var json)
        && json.TryGetProperty("schema", out var schema)
            ? schema
            : null;
}
