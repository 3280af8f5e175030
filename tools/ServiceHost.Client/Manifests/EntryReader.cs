using System.Text.Json;
using System.Text.RegularExpressions;

namespace ServiceHost.Client.Manifests;

/// <summary>A service that was read, and its fields for whoever reports on it later.</summary>
internal sealed record ReadEntry(ServiceEntry Entry, EntryFields Fields);

/// <summary>Reads one service of the manifest.</summary>
internal static partial class EntryReader
{
    private static readonly string[] s_keys =
    [
        "name",
        "title",
        "project",
        "command",
        "port",
        "health",
        "dependsOn",
        "database",
        "migrations",
        "env",
        "workingDirectory",
        "startTimeout",
        "stopTimeout",
        "coverage",
    ];

    private const int LongestTitle = 200;

    /// <summary>Reads it. What is wrong goes to the report.</summary>
    /// <returns>Null when it is no object.</returns>
    public static ReadEntry? Read(PlacedJson value, int index, string folder, ManifestReport report)
    {
        if (value.Kind != JsonValueKind.Object)
        {
            report.Add(ErrorCodes.ManifestBadValue, value.Offset, $"services[{index}] must be an object.");
            return null;
        }
        var name = value.Members!.FirstOrDefault(member => member.Key == "name")?.Value.Text;
        var fields = new EntryFields(value, report, IsName(name) ? $"Service '{name}'" : $"services[{index}]", s_keys);
        var (line, column) = report.PlaceOf(value.Offset);
        var project = ProjectOf(fields, folder);
        var database = fields.Text("database");
        var entry = new ServiceEntry(
            NameOf(fields) ?? $"services[{index}]",
            TitleOf(fields) ?? name ?? "",
            project,
            CommandOf(fields),
            PortOf(fields),
            HealthOf(fields),
            [.. fields.Texts("dependsOn").Select(item => item.Text!)],
            database,
            MigrationsOf(fields, folder, database),
            fields.TextMap("env"),
            WorkingDirectoryOf(fields, folder),
            fields.Seconds("startTimeout"),
            fields.Seconds("stopTimeout"),
            CoverageOf(fields, project),
            line,
            column
        );
        return new ReadEntry(entry, fields);
    }

    private static string? NameOf(EntryFields fields)
    {
        var name = fields.Text("name");
        if (fields.Find("name") is null)
        {
            fields.Report(ErrorCodes.ManifestMissingKey, "name", "'name' is missing.");
        }
        return name is null || IsName(name)
            ? name
            : fields.Refuse<string>(
                "name",
                "must be lower case letters, digits and single hyphens, begin with a letter, and have at most 60 characters"
            );
    }

    private static bool IsName(string? name) => name is not null && NamePattern().IsMatch(name);

    private static string? TitleOf(EntryFields fields)
    {
        var title = fields.Text("title");
        return title?.EnumerateRunes().Count() > LongestTitle
            ? fields.Refuse<string>("title", $"must have at most {LongestTitle} characters")
            : title;
    }

    private static int PortOf(EntryFields fields)
    {
        if (fields.Find("port") is null)
        {
            fields.Report(ErrorCodes.ManifestMissingKey, "port", "'port' is missing.");
        }
        return fields.Whole("port", 1, 65535) ?? 0;
    }

    private static string HealthOf(EntryFields fields) =>
        fields.Text("health") switch
        {
            null => "/health",
            { } path when path[0] == '/' && !path.Any(character => character <= ' ' || character > '~') => path,
            _ => fields.Refuse<string>("health", "must be a path that begins with '/', without blanks") ?? "/",
        };

    private static string? ProjectOf(EntryFields fields, string folder)
    {
        var (project, command) = (fields.Find("project"), fields.Find("command"));
        if (project is null == command is null)
        {
            fields.Report(
                ErrorCodes.ManifestMissingKey,
                "command",
                project is null
                    ? "either 'project' or 'command' must say what to start."
                    : "'project' and 'command' exclude each other. Remove one."
            );
        }
        return PathOf(fields, "project", folder, File.Exists, "project file");
    }

    private static IReadOnlyList<string>? CommandOf(EntryFields fields)
    {
        var value = fields.Find("command");
        IReadOnlyList<string>? words = value?.Kind switch
        {
            null => null,
            JsonValueKind.String => CommandWords.Split(value.Text!) ?? fields.Refuse<string[]>("command", "has a quote that is not closed"),
            JsonValueKind.Array when value.Items!.All(item => item.Kind == JsonValueKind.String) =>
            [
                .. value.Items!.Select(item => item.Text!),
            ],
            _ => fields.Refuse<string[]>("command", "must be a text or a list of texts"),
        };
        return words is null or [not "", ..] && words?.Any(word => word.Contains('\0')) != true
            ? words
            : fields.Refuse<string[]>("command", "must name a program first");
    }

    private static string? MigrationsOf(EntryFields fields, string folder, string? database)
    {
        if (fields.Find("migrations") is not null && fields.Find("database") is null)
        {
            fields.Report(ErrorCodes.ManifestMissingKey, "migrations", "'migrations' needs a 'database' to migrate.");
        }
        if (database is not null && !DatabasePattern().IsMatch(database))
        {
            fields.Refuse<string>(
                "database",
                "must be lower case letters, digits and underscores, begin with a letter, and have at most 40 characters"
            );
        }
        return FolderOf(fields, "migrations", folder);
    }

    private static string? WorkingDirectoryOf(EntryFields fields, string folder)
    {
        if (fields.Find("workingDirectory") is not null && fields.Find("project") is not null)
        {
            fields.Refuse<string>("workingDirectory", "is for a 'command' only; a project runs in the copy of its build output");
        }
        return FolderOf(fields, "workingDirectory", folder);
    }

    private static bool CoverageOf(EntryFields fields, string? project)
    {
        var coverage = fields.Flag("coverage");
        if (coverage == true && project is null && fields.Find("command") is not null)
        {
            fields.Refuse<string>("coverage", "can be true for a .NET 'project' only");
        }
        return coverage ?? project is not null;
    }

    private static string? FolderOf(EntryFields fields, string key, string folder) =>
        PathOf(fields, key, folder, Directory.Exists, "folder");

    private static string? PathOf(EntryFields fields, string key, string folder, Func<string, bool> exists, string what)
    {
        if (fields.Text(key) is not { } text)
        {
            return null;
        }
        var path = Path.GetFullPath(text.Replace('\\', '/'), folder);
        if (!exists(path))
        {
            fields.Report(ErrorCodes.ManifestMissingPath, key, $"the {what} '{path}' of '{key}' does not exist.");
        }
        return path;
    }

    [GeneratedRegex(@"^(?=.{1,60}\z)[a-z][a-z0-9]*(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^[a-z][a-z0-9_]{0,39}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DatabasePattern();
}
