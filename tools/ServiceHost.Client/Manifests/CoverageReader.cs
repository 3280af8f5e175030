using System.Text.Json;

namespace IntegrationSuite.ServiceHost.Client.Manifests;

/// <summary>Reads what becomes of a service's coverage: true, false, or an object that says of which sources and assemblies, or where its report is.</summary>
internal sealed class CoverageReader(EntryFields fields, ManifestReport report, string? service)
{
    private const string Key = "coverage";
    private const string ExcludeKey = "exclude";
    private const string IncludeKey = "include";
    private const string ReportKey = "report";

    private readonly EntryFields? _object = fields.Find(Key) is { Kind: JsonValueKind.Object } value
        ? new EntryFields(value, report, $"The coverage of service '{service}'", [ExcludeKey, IncludeKey, ReportKey])
        : null;

    /// <summary>Reads it. By default a service is measured, and a job is not; a container never is.</summary>
    /// <param name="kind">What the entry is.</param>
    /// <param name="folder">The folder that a command runs in; it may hold references.</param>
    public CoverageRule Read(ServiceKind kind, string folder)
    {
        var wish = _object is null ? fields.Flag(Key) : true;
        var isContainer = fields.Find(ImageReader.Key) is not null;
        if (wish == true && isContainer)
        {
            fields.Refuse<string>(Key, "can't be measured in a container");
        }
        return new CoverageRule
        {
            IsMeasured = wish ?? (kind == ServiceKind.Service && !isContainer),
            IsDemanded = wish == true,
            Exclude = Exclude(),
            Include = Include(),
            Report = Report(folder),
        };
    }

    private IReadOnlyList<string> Exclude()
    {
        var globs = (_object?.Texts(ExcludeKey) ?? []).Select(item => item.Text!).ToList();
        return globs.TrueForAll(glob =>
            glob.Length > 0 && !glob.Any(character => character is ',' or ';' || HarmlessText.IsHarmful(character))
        )
            ? globs
            : _object!.Refuse<IReadOnlyList<string>>(ExcludeKey, "must be globs without commas and semicolons, such as \"**/Legacy/**\"")
                ?? [];
    }

    private IReadOnlyList<string> Include()
    {
        if (_object?.Find(IncludeKey) is null)
        {
            return [];
        }
        if (fields.Find("project") is null)
        {
            return _object.Refuse<IReadOnlyList<string>>(IncludeKey, "is for a 'project' only: it names assemblies") ?? [];
        }
        var names = _object.Texts(IncludeKey).Select(item => item.Text!).ToList();
        return names.TrueForAll(name =>
            name.Length > 0 && !name.Any(character => character is '/' or '\\' || HarmlessText.IsHarmful(character))
        )
            ? names
            : _object.Refuse<IReadOnlyList<string>>(IncludeKey, "must be names of assemblies, such as \"Acme.Common\" or \"Acme.*\"") ?? [];
    }

    private string? Report(string folder)
    {
        if (_object?.Text(ReportKey)?.Replace('\\', '/') is not { } file)
        {
            return null;
        }
        var mistake =
            fields.Find("command") is null ? "is for a 'command' only: of a .NET project it is measured"
            : _object.Find(ExcludeKey) is not null ? $"and '{ExcludeKey}' exclude each other: what writes the report leaves sources out"
            : !Path.IsPathRooted(file) && folder.Contains("${", StringComparison.Ordinal)
                ? "must be absolute, as 'workingDirectory' holds references"
            : null;
        return mistake is null ? Path.GetFullPath(file, folder) : _object.Refuse<string>(ReportKey, mistake);
    }
}
