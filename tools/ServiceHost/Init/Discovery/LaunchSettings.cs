using System.Text.Json.Nodes;
using IntegrationSuite.ServiceHost.Init.Files;

namespace IntegrationSuite.ServiceHost.Init.Discovery;

/// <summary>The ports on which developers start a project (<c>Properties/launchSettings.json</c>).</summary>
/// <param name="Http">The first without TLS.</param>
/// <param name="All">All of them.</param>
internal sealed record LaunchSettings(int? Http, IReadOnlyList<int> All)
{
    /// <summary>Those of a project.</summary>
    /// <exception cref="Client.SuiteException">The file is malformed: SUITE118.</exception>
    public static LaunchSettings Of(ProjectFile project)
    {
        var file = Path.Combine(project.Folder, "Properties", "launchSettings.json");
        if (!File.Exists(file))
        {
            return new LaunchSettings(null, []);
        }
        var addresses = (InputFile.Json(file, ignoreCase: true)["profiles"] as JsonObject ?? [])
            .Select(profile => profile.Value as JsonObject)
            .Where(profile => profile is not null && Text(profile["commandName"]) is null or "Project")
            .SelectMany(profile => (Text(profile!["applicationUrl"]) ?? "").Split(';', StringSplitOptions.TrimEntries))
            .Select(address => Uri.TryCreate(address, UriKind.Absolute, out var url) ? url : null)
            .OfType<Uri>()
            .ToList();
        return new LaunchSettings(addresses.Find(url => url.Scheme == Uri.UriSchemeHttp)?.Port, [.. addresses.Select(url => url.Port)]);
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
