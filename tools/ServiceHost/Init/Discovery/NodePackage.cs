using System.Text.Json.Nodes;
using IntegrationSuite.ServiceHost.Init.Files;

namespace IntegrationSuite.ServiceHost.Init.Discovery;

/// <summary>A package of Node's: <c>package.json</c> and what lies beside it.</summary>
internal sealed class NodePackage
{
    private readonly JsonObject _json;

    /// <summary>Reads it.</summary>
    /// <exception cref="Client.SuiteException">It is no JSON object: SUITE118.</exception>
    public NodePackage(string file) => (File, _json) = (file, InputFile.Json(file, ignoreCase: false));

    /// <summary>Its path.</summary>
    public string File { get; }

    /// <summary>Its folder.</summary>
    public string Folder => Path.GetDirectoryName(File)!;

    /// <summary>Its name without the scope, else its folder's.</summary>
    public string Name => Text(_json["name"])?.Split('/')[^1] is { Length: > 0 } name ? name : Path.GetFileName(Folder);

    /// <summary>What <c>npm start</c> runs, if there is something.</summary>
    public string? Start => Text((_json["scripts"] as JsonObject)?["start"]);

    /// <summary>The globs of its workspaces' folders.</summary>
    public IReadOnlyList<string> Workspaces =>
        [
            .. ((_json["workspaces"] as JsonArray ?? (_json["workspaces"] as JsonObject)?["packages"] as JsonArray) ?? [])
                .Select(Text)
                .OfType<string>(),
        ];

    /// <summary>Its sources, for looking into.</summary>
    public IReadOnlyList<string> Sources() =>
        [
            .. SourceTree
                .Find(Folder, name => Path.GetExtension(name) is ".js" or ".mjs" or ".cjs" or ".ts" or ".mts")
                .Select(InputFile.Source),
        ];

    /// <summary>The program that runs its scripts: what its lock file, or one above it, is of.</summary>
    public string Runner(string root)
    {
        for (var at = Folder; at is not null && at.Length >= root.Length; at = Path.GetDirectoryName(at))
        {
            foreach (var (file, runner) in new[] { ("package-lock.json", "npm"), ("pnpm-lock.yaml", "pnpm"), ("yarn.lock", "yarn") })
            {
                if (System.IO.File.Exists(Path.Combine(at, file)))
                {
                    return runner;
                }
            }
        }
        return "npm";
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
