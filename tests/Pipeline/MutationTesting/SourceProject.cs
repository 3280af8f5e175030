using IntegrationSuite.MutationTesting.Mutants;
using IntegrationSuite.MutationTesting.Schemata;

namespace Pipeline.MutationTesting;

/// <summary>A project of one source, made of mutants.</summary>
internal sealed class SourceProject : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mutants-").FullName;

    public SourceProject(string source)
    {
        File.WriteAllText(Path.Combine(_folder, "Source.cs"), source);
        Sources = new ProjectSources(
            Assembly: "Sample" + Guid.NewGuid().ToString("N"),
            Sources: [Path.Combine(_folder, "Source.cs")],
            References: [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(IsFramework)],
            Symbols: [],
            Language: "",
            IsProgram: false,
            Output: Path.Combine(_folder, "obj", "mutated"),
            Generated: Path.Combine(_folder, "obj") + Path.DirectorySeparatorChar,
            Root: _folder
        );
        Written = MutatedProject.Write(Sources);
        Mutants = MutantFile.Read(Path.Combine(Sources.Output, ProjectSources.MutantsFile));
    }

    public ProjectSources Sources { get; }

    /// <summary>The sources that are compiled instead.</summary>
    public IReadOnlyList<string> Written { get; }

    public IReadOnlyList<Mutant> Mutants { get; }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static bool IsFramework(string file) => Path.GetFileName(file).StartsWith("System.", StringComparison.Ordinal);
}
