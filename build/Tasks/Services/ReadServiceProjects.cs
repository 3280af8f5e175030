using System.Text.Json;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace IntegrationSuite.Tasks.Services;

/// <summary>Gives the .NET projects of a manifest. A manifest that cannot be read gives none: the supervisor reads it again and tells every mistake with its place.</summary>
public sealed class ReadServiceProjects : SuiteTask
{
    /// <summary>The manifest's path.</summary>
    [Required]
    public required string Manifest { get; set; }

    /// <summary>The projects that exist, with metadata <c>Service</c>, <c>Title</c> and <c>Coverage</c>.</summary>
    [Output]
    public ITaskItem[] Projects { get; set; } = [];

    /// <inheritdoc />
    protected override void Run()
    {
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(Manifest), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            Projects = [.. manifest.RootElement.GetProperty("services").EnumerateArray().Select(ToItem).OfType<ITaskItem>()];
        }
        catch (Exception e) when (e is IOException or JsonException or KeyNotFoundException or InvalidOperationException or UnauthorizedAccessException)
        {
            Log.LogMessage(MessageImportance.Low, "{0} cannot be read yet: {1}", Manifest, e.Message);
        }
    }

    private TaskItem? ToItem(JsonElement service)
    {
        if (!service.TryGetProperty("project", out var project) || !service.TryGetProperty("name", out var name))
        {
            return null;
        }

        var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Manifest))!, project.GetString()!));
        var coverage = !service.TryGetProperty("coverage", out var value) || value.ValueKind != JsonValueKind.False;
        return File.Exists(path)
            ? new TaskItem(path, new Dictionary<string, string>
            {
                ["Service"] = name.GetString()!,
                ["Title"] = service.TryGetProperty("title", out var title) ? title.GetString()! : name.GetString()!,
                ["Coverage"] = coverage ? "true" : "false",
            })
            : null;
    }
}
