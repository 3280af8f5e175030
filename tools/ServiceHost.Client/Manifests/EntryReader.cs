using System.Text.Json;
using System.Text.RegularExpressions;

namespace IntegrationSuite.ServiceHost.Client.Manifests;

/// <summary>A service that was read, and its fields for whoever reports on it later.</summary>
internal sealed record ReadEntry(ServiceEntry Entry, EntryFields Fields);

/// <summary>What the manifest says of all services.</summary>
internal sealed record SharedKeys(IReadOnlyDictionary<string, string> Env, GateLevels Gates);

/// <summary>Reads one service of the manifest.</summary>
internal static partial class EntryReader
{
    private static readonly string[] s_keys =
    [
        "name",
        "title",
        "kind",
        "project",
        "command",
        "image",
        PortReader.Key,
        PortReader.NamedKey,
        "containerPort",
        "containerPorts",
        "health",
        "before",
        "dependsOn",
        "database",
        "migrations",
        "migrator",
        "placeholders",
        "env",
        "envFile",
        "workingDirectory",
        "startTimeout",
        "beforeTimeout",
        "stopTimeout",
        "stopExitCodes",
        "coverage",
        "openapi",
        "gates",
        "latency",
        "inputs",
    ];

    private const int LongestTitle = 200;

    /// <summary>Reads it. What is wrong goes to the report.</summary>
    /// <param name="value">The entry.</param>
    /// <param name="index">Its place in the list, for one without a name.</param>
    /// <param name="folder">The manifest's folder.</param>
    /// <param name="shared">What the manifest says of all services.</param>
    /// <param name="report">Takes the mistakes.</param>
    /// <returns>Null when it is no object.</returns>
    public static ReadEntry? Read(PlacedJson value, int index, string folder, SharedKeys shared, ManifestReport report)
    {
        if (value.Kind != JsonValueKind.Object)
        {
            report.Add(ErrorCodes.ManifestBadValue, value.Offset, $"services[{index}] must be an object.");
            return null;
        }
        var name = value.Members!.FirstOrDefault(member => member.Key == "name")?.Value.Text;
        var fields = new EntryFields(value, report, IsName(name) ? $"Service '{name}'" : $"services[{index}]", s_keys);
        var (line, column) = report.PlaceOf(value.Offset);
        var (kind, health) = (KindOf(fields), new HealthReader(fields, report, name).Read());
        var (project, database) = (ProjectOf(fields, folder), DatabaseOf(fields));
        var workingDirectory = WorkingDirectoryOf(fields, folder);
        var (image, ports) = (ImageReader.Read(fields, health), new PortReader(fields, report, name).Read(kind, health));
        var entry = new ServiceEntry
        {
            Name = NameOf(fields) ?? $"services[{index}]",
            Title = TitleOf(fields) ?? name ?? "",
            Kind = kind,
            Project = project,
            Command = CommandReader.Read(fields, "command"),
            Image = image,
            Port = ports.First,
            Ports = ports.Named,
            ContainerPort = ports.FirstInContainer,
            ContainerPorts = ports.InContainer,
            Health = health,
            Before = CommandReader.ReadList(fields, "before"),
            DependsOn = [.. fields.Texts("dependsOn").Select(item => item.Text!)],
            Database = database,
            Migrations = MigrationsOf(fields, folder),
            Migrator = MigratorOf(fields),
            Placeholders = PlaceholderReader.Read(fields),
            Env = shared
                .Env.Concat(fields.TextMap("env"))
                .GroupBy(pair => pair.Key)
                .ToDictionary(same => same.Key, same => same.Last().Value),
            EnvFile = PathOf(fields, "envFile", folder, File.Exists, "file"),
            WorkingDirectory = workingDirectory,
            StartTimeout = fields.Seconds("startTimeout"),
            BeforeTimeout = fields.Seconds("beforeTimeout"),
            StopTimeout = fields.Seconds("stopTimeout"),
            StopExitCodes = fields.Wholes("stopExitCodes", 0, 255),
            Coverage = new CoverageReader(fields, report, name).Read(kind, workingDirectory ?? folder),
            OpenApi = OpenApiOf(fields, folder),
            Gates = GatesOf(fields, shared.Gates),
            Latency = ThresholdReader.Read(fields),
            Inputs = InputsOf(fields),
            Line = line,
            Column = column,
        };
        return new ReadEntry(entry, fields);
    }

    private static IReadOnlyList<string> InputsOf(EntryFields fields)
    {
        if (fields.Find("inputs") is not null && fields.Find("project") is not null)
        {
            fields.Refuse<string>("inputs", "is not for a project: its build's output counts");
        }

        return [.. fields.Texts("inputs").Select(item => item.Text!)];
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

    /// <summary>Whether a service, or a port, may have this name.</summary>
    public static bool IsName(string? name) => name is not null && NamePattern().IsMatch(name);

    private static string? TitleOf(EntryFields fields)
    {
        var title = fields.Text("title");
        return title?.EnumerateRunes().Count() > LongestTitle
            ? fields.Refuse<string>("title", $"must have at most {LongestTitle} characters")
            : title;
    }

    private static ServiceKind KindOf(EntryFields fields)
    {
        var kind = fields.Text("kind");
        if (kind is not (null or "service" or "job"))
        {
            fields.Refuse<string>("kind", "must be service or job");
        }
        foreach (var key in (string[])(kind == "job" ? [PortReader.Key, PortReader.NamedKey, "health", "stopExitCodes"] : []))
        {
            if (fields.Find(key) is not null)
            {
                fields.Refuse<string>(key, "is not for a job: it is done once it has ended with 0");
            }
        }
        return kind == "job" ? ServiceKind.Job : ServiceKind.Service;
    }

    private static string? ProjectOf(EntryFields fields, string folder)
    {
        var program = fields.Find("image") is null ? "command" : "image"; // which takes a command as its arguments
        if (fields.Find("project") is null == fields.Find(program) is null)
        {
            fields.Report(
                ErrorCodes.ManifestMissingKey,
                program,
                fields.Find("project") is null
                    ? "either 'project', 'command' or 'image' must say what to start."
                    : $"'project' and '{program}' exclude each other. Remove one."
            );
        }
        return PathOf(fields, "project", folder, File.Exists, "project file");
    }

    private static string? DatabaseOf(EntryFields fields)
    {
        var database = fields.Text("database");
        return database is null || DatabasePattern().IsMatch(database)
            ? database
            : fields.Refuse<string>(
                "database",
                "must be lower case letters, digits and underscores, begin with a letter, and have at most 40 characters"
            );
    }

    private static string? MigrationsOf(EntryFields fields, string folder)
    {
        if (fields.Find("migrations") is not null && fields.Find("database") is null)
        {
            fields.Report(ErrorCodes.ManifestMissingKey, "migrations", "'migrations' needs a 'database' to migrate.");
        }
        return FolderOf(fields, "migrations", folder);
    }

    private static string? MigratorOf(EntryFields fields)
    {
        if (fields.Text("migrator") is not { } name)
        {
            return null;
        }
        if (fields.Find("migrations") is null)
        {
            fields.Report(ErrorCodes.ManifestMissingKey, "migrator", "'migrator' needs 'migrations' that it applies.");
        }
        return name == ServiceEntry.Migrators[0] ? null
            : ServiceEntry.Migrators.Contains(name) ? name
            : fields.Refuse<string>("migrator", $"must be one of {string.Join(", ", ServiceEntry.Migrators)}");
    }

    private static string? WorkingDirectoryOf(EntryFields fields, string folder)
    {
        if (fields.Find("workingDirectory") is not null && fields.Find("project") is not null)
        {
            fields.Refuse<string>("workingDirectory", "is for a 'command' only; a project runs in the copy of its build output");
        }
        // Where a reference leads is known once the services start.
        return
            fields.Find("workingDirectory") is { Kind: JsonValueKind.String, Text: { } text }
            && text.Contains("${", StringComparison.Ordinal)
            ? fields.Text("workingDirectory")
            : FolderOf(fields, "workingDirectory", folder);
    }

    private static string? OpenApiOf(EntryFields fields, string folder) =>
        fields.Find("openapi")?.Text is { Length: > 0 } text && text[0] == '/' ? HealthReader.PathOf(fields, "openapi")
        : PathOf(fields, "openapi", folder, File.Exists, "file") is { } file ? new Uri(file).AbsoluteUri
        : null;

    /// <summary>The levels of <c>gates</c>, over those that hold already.</summary>
    public static GateLevels GatesOf(EntryFields fields, GateLevels levels)
    {
        try
        {
            return levels.With(fields.TextMap("gates"));
        }
        catch (FormatException e)
        {
            return fields.Refuse<GateLevels>("gates", e.Message) ?? levels;
        }
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
