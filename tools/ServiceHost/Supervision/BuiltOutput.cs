using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;

namespace IntegrationSuite.ServiceHost.Supervision;

/// <summary>Finds what a project was built into.</summary>
internal static class BuiltOutput
{
    /// <summary>The absolute path of the project's assembly: the one that the build told; else what is found by its files; else, where they leave it open, what MSBuild says.</summary>
    /// <exception cref="SuiteException">It was not built.</exception>
    public static string Find(ServiceEntry service, LaunchOptions options)
    {
        var project = service.Project!;
        var assembly = options.Outputs.TryGetValue(project, out var told) ? told : Find(project, options.Configuration);
        return assembly is not null && File.Exists(assembly)
            ? assembly
            : throw new SuiteException(
                new SuiteError(
                    ErrorCodes.NotBuilt,
                    $"{service.Title} is not built ({options.Configuration}): there is no {assembly ?? $"program below {OutputFiles.BinOf(project)}"}. Run: dotnet build \"{project}\" -c {options.Configuration}",
                    service.Name
                )
            );
    }

    // Of several target frameworks, or of two places, the newest files may be the wrong ones; none are found where a property leads elsewhere.
    private static string? Find(string project, string configuration)
    {
        var files = OutputFiles.Find(project, configuration);
        var isPlain = files.DistinctBy(file => (file.Place, file.Framework)).Count() == 1;
        return isPlain
            ? OutputFiles.Usual(files, project)
            : ProjectProperties.TargetPathOf(project, configuration) ?? OutputFiles.Usual(files, project);
    }
}
