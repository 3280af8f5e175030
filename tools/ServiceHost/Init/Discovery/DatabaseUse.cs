using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntegrationSuite.ServiceHost.Init.Entries;
using IntegrationSuite.ServiceHost.Init.Files;

namespace IntegrationSuite.ServiceHost.Init.Discovery;

/// <summary>Which database a .NET service uses, by its settings and its packages.</summary>
internal sealed partial class DatabaseUse
{
    private static readonly string[] s_files = ["appsettings.json", "appsettings.Development.json"];

    /// <summary>Looks.</summary>
    /// <param name="service">The service's name.</param>
    /// <param name="projects">Its project, and those that it refers to.</param>
    public DatabaseUse(string service, IReadOnlyList<ProjectFile> projects)
    {
        UsesPostgres = projects
            .SelectMany(project => project.Packages)
            .Any(package => package.StartsWith("Npgsql", StringComparison.OrdinalIgnoreCase));
        var all = UsesPostgres ? Strings(projects[0].Folder) : [];
        var own = all.Count == 1 ? all : all.Where(pair => HostPattern().IsMatch(pair.Value)).ToDictionary();
        Env = own.Keys.ToDictionary(name => $"ConnectionStrings__{name}", _ => "${database.ado}");
        Name = Env.Count == 0 ? null : ServiceNames.Database(own.Values.Select(NameIn).FirstOrDefault(name => name is not null) ?? service);
    }

    /// <summary>Whether it, or what it refers to, has the driver.</summary>
    public bool UsesPostgres { get; }

    /// <summary>The database's name; null when nothing says which connection string is its.</summary>
    public string? Name { get; }

    /// <summary>Its connection strings, as environment.</summary>
    public IReadOnlyDictionary<string, string> Env { get; }

    private static Dictionary<string, string> Strings(string folder) =>
        s_files
            .Select(file => Path.Combine(folder, file))
            .Where(File.Exists)
            .SelectMany(file => InputFile.Json(file, ignoreCase: true)["ConnectionStrings"] as JsonObject ?? [])
            .Where(pair => pair.Value is JsonValue value && value.TryGetValue<string>(out _) && NamePattern().IsMatch(pair.Key))
            .GroupBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => same.Last().Value!.GetValue<string>());

    private static string? NameIn(string text) =>
        DatabasePattern().Match(text) is { Success: true } match ? match.Groups["name"].Value : null;

    // As Npgsql writes it. SQL Server has 'Server' or 'Data Source'.
    [GeneratedRegex(
        @"(^|;)\s*host\s*=|^postgres(ql)?://",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex HostPattern();

    [GeneratedRegex(
        @"(^|;)\s*database\s*=\s*(?<name>[A-Za-z][A-Za-z0-9_-]*)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex DatabasePattern();

    // What a variable of the environment can have in its name.
    [GeneratedRegex(@"^[\w.-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
