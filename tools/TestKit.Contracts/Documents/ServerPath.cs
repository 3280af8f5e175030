using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>The path that a document's <c>servers</c> put before its paths (OpenAPI 3.1, 4.8.5).</summary>
internal static class ServerPath
{
    private static readonly Uri s_anywhere = new("http://localhost/");

    /// <summary>That of the first server that may be this one: relative, or of this machine; else of the first. Without a slash at its end.</summary>
    public static string Of(JsonNode? servers)
    {
        var addresses = (servers as JsonArray ?? []).OfType<JsonObject>().Select(Address).OfType<Uri>().ToList();
        var mine = addresses.FirstOrDefault(address => address.IsLoopback) ?? addresses.FirstOrDefault();
        return mine is null ? "" : Uri.UnescapeDataString(mine.AbsolutePath).TrimEnd('/');
    }

    private static Uri? Address(JsonObject server)
    {
        var url = (server["variables"] as JsonObject ?? []).Aggregate(
            server["url"]?.ToString() ?? "",
            (url, variable) => url.Replace($"{{{variable.Key}}}", variable.Value?["default"]?.ToString(), StringComparison.Ordinal)
        );
        return Uri.TryCreate(s_anywhere, url, out var address) ? address : null;
    }
}
