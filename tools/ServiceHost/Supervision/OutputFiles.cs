using System.Text.Json;

namespace IntegrationSuite.ServiceHost.Supervision;

/// <summary>A program that was built: a <c>.dll</c> with its <c>.runtimeconfig.json</c>.</summary>
/// <param name="Assembly">Its absolute path.</param>
/// <param name="Place">The folder of all outputs that it lies in.</param>
/// <param name="Framework">Its target framework, such as <c>net10.0</c>; null when it names none.</param>
/// <param name="Written">When it was built.</param>
internal sealed record OutputFile(string Assembly, string Place, string? Framework, DateTime Written);

/// <summary>Finds a project's programs where the .NET SDK puts them by default.</summary>
internal static class OutputFiles
{
    private const string Mark = ".runtimeconfig.json";

    /// <summary>Where they are without <c>UseArtifactsOutput</c>.</summary>
    public static string BinOf(string project) => Path.Combine(Path.GetDirectoryName(project)!, "bin");

    /// <summary>All that were built, the newest first.</summary>
    /// <param name="project">The absolute path of the project.</param>
    /// <param name="configuration"><c>Debug</c>, for example.</param>
    public static IReadOnlyList<OutputFile> Find(string project, string configuration) =>
        [.. InBin(project, configuration).Concat(InArtifacts(project, configuration)).OrderByDescending(file => file.Written)];

    /// <summary>The newest that is named for the project, else the newest.</summary>
    public static string? Usual(IReadOnlyList<OutputFile> files, string project) =>
        (
            files.FirstOrDefault(file => Path.GetFileNameWithoutExtension(file.Assembly) == Path.GetFileNameWithoutExtension(project))
            ?? files.FirstOrDefault()
        )?.Assembly;

    private static IEnumerable<OutputFile> InBin(string project, string configuration)
    {
        var segment = $"{Path.DirectorySeparatorChar}{configuration}{Path.DirectorySeparatorChar}";
        return In(BinOf(project)).Where(file => file.Assembly.Contains(segment, StringComparison.OrdinalIgnoreCase));
    }

    // The folder below it is debug, debug_net10.0, debug_net10.0_linux-x64.
    private static IEnumerable<OutputFile> InArtifacts(string project, string configuration)
    {
        var place = Path.Combine(ArtifactsOf(project), "bin", Path.GetFileNameWithoutExtension(project));
        return In(place)
            .Where(file =>
                Path.GetRelativePath(place, file.Assembly)
                    .Split(Path.DirectorySeparatorChar, '_')[0]
                    .Equals(configuration, StringComparison.OrdinalIgnoreCase)
            );
    }

    // Microsoft.NET.DefaultArtifactsPath.props: beside the nearest Directory.Build.props; without one beside the project.
    private static string ArtifactsOf(string project)
    {
        var folder = new FileInfo(project).Directory!;
        var above = folder;
        while (above is not null && !File.Exists(Path.Combine(above.FullName, "Directory.Build.props")))
        {
            above = above.Parent;
        }

        return Path.Combine((above ?? folder).FullName, "artifacts");
    }

    private static IEnumerable<OutputFile> In(string place) =>
        Directory.Exists(place)
            ? new DirectoryInfo(place)
                .EnumerateFiles("*" + Mark, SearchOption.AllDirectories)
                .Select(mark => new OutputFile(
                    mark.FullName[..^Mark.Length] + ".dll",
                    place,
                    FrameworkOf(mark.FullName),
                    mark.LastWriteTimeUtc
                ))
            : [];

    private static string? FrameworkOf(string mark)
    {
        try
        {
            using var config = JsonDocument.Parse(File.ReadAllBytes(mark));
            return config.RootElement.GetProperty("runtimeOptions").GetProperty("tfm").GetString();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
