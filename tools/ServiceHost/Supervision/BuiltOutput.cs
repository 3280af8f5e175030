using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;

namespace IntegrationSuite.ServiceHost.Supervision;

/// <summary>Finds what a project was built into.</summary>
internal static class BuiltOutput
{
    private const string Mark = ".runtimeconfig.json";

    /// <summary>The absolute path of the project's assembly: the one that the build told, else the newest below <c>bin/</c>.</summary>
    /// <exception cref="SuiteException">It was not built.</exception>
    public static string Find(ServiceEntry service, LaunchOptions options)
    {
        var project = service.Project!;
        var assembly = options.Outputs.TryGetValue(project, out var told) ? told : Newest(project, options.Configuration);
        return assembly is not null && File.Exists(assembly)
            ? assembly
            : throw new SuiteException(
                new SuiteError(
                    ErrorCodes.NotBuilt,
                    $"{service.Title} is not built ({options.Configuration}): {assembly ?? Path.Combine(Path.GetDirectoryName(project)!, "bin")} holds no program. Run: dotnet build \"{project}\" -c {options.Configuration}",
                    service.Name
                )
            );
    }

    private static string? Newest(string project, string configuration)
    {
        var bin = Path.Combine(Path.GetDirectoryName(project)!, "bin");
        var segment = $"{Path.DirectorySeparatorChar}{configuration}{Path.DirectorySeparatorChar}";
        var marks = !Directory.Exists(bin)
            ? []
            : new DirectoryInfo(bin)
                .EnumerateFiles("*" + Mark, SearchOption.AllDirectories)
                .Where(file => file.FullName.Contains(segment, StringComparison.OrdinalIgnoreCase))
                .OrderByDescending(file => file.LastWriteTimeUtc)
                .Select(file => file.FullName[..^Mark.Length] + ".dll")
                .ToList();
        var usual = Path.GetFileNameWithoutExtension(project) + ".dll";
        return marks.Find(assembly => Path.GetFileName(assembly) == usual) ?? marks.FirstOrDefault();
    }
}
