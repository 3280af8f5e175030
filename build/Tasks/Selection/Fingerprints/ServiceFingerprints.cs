using System.Text.Json;
using System.Text.RegularExpressions;
using IntegrationSuite.ServiceHost.Client.Manifests;

namespace IntegrationSuite.Tasks.Selection.Fingerprints;

/// <summary>What each service of a manifest is: what it runs, its entry, its migrations and its contract. The same in another clone, and after a commit that does not touch it.</summary>
/// <param name="manifest">The manifest.</param>
/// <param name="outputs">Service → the folder of its build's output, of those that are .NET projects.</param>
internal sealed partial class ServiceFingerprints(ServiceManifest manifest, IReadOnlyDictionary<string, string> outputs)
{
    private static readonly JsonDocumentOptions s_manifest = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private readonly JsonElement _text = JsonDocument.Parse(File.ReadAllBytes(manifest.File), s_manifest).RootElement;

    private string Root => Path.GetDirectoryName(manifest.File)!;

    /// <summary>Those of all; null where nobody can say what a service runs.</summary>
    public IReadOnlyDictionary<string, string?> All() =>
        manifest.Services.AsParallel().Select(service => (service.Name, Of(service))).ToDictionary(each => each.Name, each => each.Item2);

    /// <summary>What the manifest says beside its services, and which it has.</summary>
    public string OfRest() =>
        Digest.Of([
            .. _text
                .EnumerateObject()
                .Where(member => member.Name is not ("services" or "$schema"))
                .Select(member => WithVariables(member.Value)),
            .. manifest.Services.Select(service => service.Name),
        ]);

    private string? Of(ServiceEntry service) =>
        ProgramOf(service) is { } program
            ? Digest.Of([
                WithVariables(
                    _text.GetProperty("services").EnumerateArray().First(entry => entry.GetProperty("name").GetString() == service.Name)
                ),
                program,
                service.Migrations is { } migrations ? FolderContent.OfAll(migrations) : "",
                FileOrNothing(service.EnvFile),
                FileOrNothing(
                    service.OpenApi is { } document && document.StartsWith("file:", StringComparison.Ordinal)
                        ? new Uri(document).LocalPath
                        : null
                ),
                FileOrNothing(Path.Combine(FolderOf(service), "openapi.json")),
            ])
            : null;

    private string? ProgramOf(ServiceEntry service) =>
        service switch
        {
            { Project: not null } => outputs.TryGetValue(service.Name, out var folder) ? FolderContent.OfOutput(folder) : null,
            // A tag is another image tomorrow.
            { Image: { } image } => image.Contains("@sha256:", StringComparison.Ordinal) ? image : null,
            _ => CommandContent.Of(FolderOf(service), service.Command!, service.Inputs),
        };

    private string FolderOf(ServiceEntry service) =>
        service.Project is { } project ? Path.GetDirectoryName(project)! : Path.Combine(Root, service.WorkingDirectory ?? "");

    private static string FileOrNothing(string? file) => File.Exists(file) ? FolderContent.OfFile(file) : "";

    // The caller's variables that it refers to are its values.
    private static string WithVariables(JsonElement entry)
    {
        var text = JsonSerializer.Serialize(entry);
        return text
            + string.Concat(Variable().Matches(text).Select(name => $" {Environment.GetEnvironmentVariable(name.Groups[1].Value)}"))
                .ReplaceLineEndings(" ");
    }

    [GeneratedRegex(@"\$\{env:([A-Za-z_][A-Za-z0-9_]*)")]
    private static partial Regex Variable();
}
