using System.Text.Json;

namespace ServiceHost.Client.Manifests;

/// <summary>Reads whether a service's coverage is measured: true, false, or an object that says of which sources.</summary>
internal sealed class CoverageReader(EntryFields fields, ManifestReport report, string? service)
{
    private const string Key = "coverage";
    private const string ExcludeKey = "exclude";

    private readonly EntryFields? _object = fields.Find(Key) is { Kind: JsonValueKind.Object } value
        ? new EntryFields(value, report, $"The coverage of service '{service}'", [ExcludeKey])
        : null;

    /// <summary>Whether it is. By default that of a .NET service, and not that of a job.</summary>
    public bool IsMeasured(string? project, ServiceKind kind)
    {
        var coverage = _object is null ? fields.Flag(Key) : true;
        if (coverage == true && project is null && (fields.Find("command") ?? fields.Find(ImageReader.Key)) is not null)
        {
            fields.Refuse<string>(Key, "can be true for a .NET 'project' only");
        }
        return coverage ?? (project is not null && kind == ServiceKind.Service);
    }

    /// <summary>The globs of sources that do not count.</summary>
    public IReadOnlyList<string> Exclude()
    {
        var globs = (_object?.Texts(ExcludeKey) ?? []).Select(item => item.Text!).ToList();
        return globs.TrueForAll(glob =>
            glob.Length > 0 && !glob.Any(character => character is ',' or ';' || HarmlessText.IsHarmful(character))
        )
            ? globs
            : _object!.Refuse<IReadOnlyList<string>>(ExcludeKey, "must be globs without commas and semicolons, such as \"**/Legacy/**\"")
                ?? [];
    }
}
