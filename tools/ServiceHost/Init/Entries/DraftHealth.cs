using System.Text.Json.Nodes;

namespace IntegrationSuite.ServiceHost.Init.Entries;

/// <summary>Healths for services of which nothing better is known.</summary>
internal static class DraftHealth
{
    /// <summary>The path that the manifest need not name.</summary>
    public const string DefaultPath = "/health";

    /// <summary>It answers, and not with a fault of its own: a stock <c>dotnet new webapi</c> says 404 at its root.</summary>
    public static JsonNode AnyAnswer => new JsonObject { ["path"] = "/", ["status"] = new JsonArray("200-499") };

    /// <summary>It takes a connection.</summary>
    public static JsonNode Tcp => new JsonObject { ["tcp"] = true };

    /// <summary>It lives for two seconds: it has no port that could be asked.</summary>
    public static JsonNode Alive => new JsonObject { ["alive"] = 2 };
}
