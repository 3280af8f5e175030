using System.Text;
using System.Text.Json;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>How a caller of an operation proves who it is (OpenAPI 3.1, 4.8.27 and 4.8.30).</summary>
internal static class Security
{
    /// <summary>Whether nobody may call it without proof.</summary>
    public static bool NeedsProof(this ApiOperation operation) => Ways(operation) is [_, ..] ways && ways.All(way => way.Count > 0);

    /// <summary>The schemes that nobody gave a credential for; null when the operation can be called.</summary>
    public static string? Unproved(this ApiOperation operation) =>
        operation.NeedsProof() && Chosen(operation) is null
            ? string.Join(" or ", Ways(operation).Select(way => string.Join(" and ", way)))
            : null;

    /// <summary>Gives a request what the operation asks for, if it is known.</summary>
    public static async Task ProveAsync(HttpRequestMessage request, ApiOperation operation)
    {
        foreach (var name in Chosen(operation) ?? [])
        {
            if (Scheme(operation, name) is { } scheme && Credentials.Find(operation.Document.Service, name) is { } credential)
            {
                Add(request, scheme, await credential());
            }
        }
    }

    /// <summary>The names of the headers and parameters whose values are credentials.</summary>
    public static IReadOnlySet<string> SecretsOf(ApiDocument document) =>
        Schemes(document)
            .Where(scheme => Text(scheme, "type") == "apiKey")
            .Select(scheme => Text(scheme, "name"))
            .OfType<string>()
            .Concat(["Authorization", "Proxy-Authorization", "Cookie"])
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<JsonElement> Schemes(ApiDocument document) =>
        document.Root.TryGetProperty("components", out var components)
        && components.TryGetProperty("securitySchemes", out var schemes)
        && schemes.ValueKind == JsonValueKind.Object
            ? schemes.EnumerateObject().Select(each => document.Resolve(each.Value)).Where(each => each.ValueKind == JsonValueKind.Object)
            : [];

    private static void Add(HttpRequestMessage request, JsonElement scheme, string value)
    {
        switch (Text(scheme, "type"), Text(scheme, "in"))
        {
            case ("apiKey", "query"):
                var address = request.RequestUri!.OriginalString;
                var added = $"{Text(scheme, "name")}={Uri.EscapeDataString(value)}";
                request.RequestUri = new Uri(
                    $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{added}",
                    UriKind.RelativeOrAbsolute
                );
                break;
            case ("apiKey", "cookie"):
                request.Headers.TryAddWithoutValidation("Cookie", $"{Text(scheme, "name")}={value}");
                break;
            case ("apiKey", _):
                request.Headers.TryAddWithoutValidation(Text(scheme, "name")!, value);
                break;
            case ("http", _) when string.Equals(Text(scheme, "scheme"), "basic", StringComparison.OrdinalIgnoreCase):
                request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(value)));
                break;
            default:
                request.Headers.Authorization = new(
                    Text(scheme, "scheme") is { } word && word.ToLowerInvariant() != "bearer" ? word : "Bearer",
                    value
                );
                break;
        }
    }

    /// <summary>The first way whose credentials are all known.</summary>
    private static List<string>? Chosen(ApiOperation operation) =>
        Ways(operation)
            .Find(way => way.Count > 0 && way.TrueForAll(name => Credentials.Find(operation.Document.Service, name) is not null));

    private static List<List<string>> Ways(ApiOperation operation) =>
        operation.Definition.TryGetProperty("security", out var ways) && ways.ValueKind == JsonValueKind.Array
            ? [.. ways.EnumerateArray().Select(way => way.EnumerateObject().Select(scheme => scheme.Name).ToList())]
            : [];

    private static JsonElement? Scheme(ApiOperation operation, string name) =>
        operation.Document.Root.TryGetProperty("components", out var components)
        && components.TryGetProperty("securitySchemes", out var schemes)
        && schemes.TryGetProperty(name, out var scheme)
            ? operation.Document.Resolve(scheme)
            : null;

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var text) ? text.GetString() : null;
}
