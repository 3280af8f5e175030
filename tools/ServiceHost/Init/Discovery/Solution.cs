using IntegrationSuite.ServiceHost.Init.Files;
using Microsoft.VisualStudio.SolutionPersistence.Model;
using Microsoft.VisualStudio.SolutionPersistence.Serializer;

namespace IntegrationSuite.ServiceHost.Init.Discovery;

/// <summary>The solution of a folder.</summary>
internal static class Solution
{
    private static readonly string[] s_extensions = [".sln", ".slnx"];

    /// <summary>The extensions of .NET projects.</summary>
    public static readonly IReadOnlyList<string> ProjectExtensions = [".csproj", ".fsproj", ".vbproj"];

    /// <summary>Whether a folder has several.</summary>
    public static bool IsAmbiguous(string folder) => In(folder).Count > 1;

    /// <summary>The one solution of a folder.</summary>
    /// <returns>Null when it has none, or several.</returns>
    public static string? Find(string folder) => In(folder) is [var only] ? only : null;

    /// <summary>A solution with projects that it lacks; those below <c>tests/</c> stand in a folder of that name.</summary>
    /// <param name="solution">Its file, which need not be there.</param>
    /// <param name="projects">The projects.</param>
    /// <returns>Its new content; null when it has them all.</returns>
    /// <exception cref="Client.SuiteException">It is malformed: SUITE118.</exception>
    public static async Task<byte[]?> WithAsync(string solution, IEnumerable<string> projects)
    {
        var model = File.Exists(solution) ? await ReadAsync(solution) : new SolutionModel();
        var missing = projects.Except(FilesOf(model, solution)).ToList();
        foreach (var project in missing)
        {
            var path = SourceTree.Relative(Path.GetDirectoryName(solution)!, project);
            model.AddProject(path, null, path.StartsWith("tests/", StringComparison.Ordinal) ? model.AddFolder("/tests/") : null);
        }
        using var content = new MemoryStream();
        await (
            Path.GetExtension(solution) == ".sln"
                ? SolutionSerializers.SlnFileV12.SaveAsync(content, model, CancellationToken.None)
                : SolutionSerializers.SlnXml.SaveAsync(content, model, CancellationToken.None)
        );
        return missing.Count > 0 ? content.ToArray() : null;
    }

    /// <summary>The projects that count: the solution's, else all below the folder.</summary>
    /// <exception cref="Client.SuiteException">The solution, or a project, is malformed: SUITE118.</exception>
    public static async Task<IReadOnlyList<ProjectFile>> ProjectsAsync(string folder)
    {
        var files = Find(folder) is { } solution ? await FilesOfAsync(solution) : [];
        return
        [
            .. (files.Count > 0 ? files : SourceTree.Find(folder, name => ProjectExtensions.Contains(Path.GetExtension(name)))).Select(
                file => new ProjectFile(file)
            ),
        ];
    }

    private static List<string> In(string folder) =>
        [.. Directory.EnumerateFiles(folder).Where(file => s_extensions.Contains(Path.GetExtension(file)))];

    private static async Task<IReadOnlyList<string>> FilesOfAsync(string solution) =>
        [.. FilesOf(await ReadAsync(solution), solution).Where(File.Exists).Order(StringComparer.Ordinal)];

    private static List<string> FilesOf(SolutionModel model, string solution) =>
        [
            .. model
                .SolutionProjects.Where(project => SourceTree.IsShown(project.FilePath))
                .Select(project => Path.GetFullPath(project.FilePath.Replace('\\', '/'), Path.GetDirectoryName(solution)!))
                .Where(file => ProjectExtensions.Contains(Path.GetExtension(file)) && SourceTree.IsShown(file)),
        ];

    private static async Task<SolutionModel> ReadAsync(string solution)
    {
        _ = InputFile.Text(solution); // not larger than it may be
        try
        {
            return await SolutionSerializers.GetSerializerByMoniker(solution)!.OpenAsync(solution, CancellationToken.None);
        }
        catch (SolutionException e)
        {
            throw InputFile.Wrong(solution, e.Message, e.Line ?? 1, e.Column ?? 1);
        }
        catch (System.Xml.XmlException e)
        {
            throw InputFile.Wrong(solution, e.Message, e.LineNumber, e.LinePosition);
        }
    }
}
