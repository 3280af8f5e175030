using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationSuite.MutationTesting.Schemata;

/// <summary>What a project's build would give to the compiler.</summary>
/// <param name="Assembly">The assembly's name.</param>
/// <param name="Sources">Its source files, absolute.</param>
/// <param name="References">The assemblies that it refers to.</param>
/// <param name="Symbols">The symbols of <c>#if</c>.</param>
/// <param name="Language">The project's <c>LangVersion</c>; empty: the newest.</param>
/// <param name="IsProgram">It has an entry point.</param>
/// <param name="Output">The folder for what is written instead of the sources, and <c>mutants.json</c>.</param>
/// <param name="Generated">The folder of what the build itself wrote: no mutants there.</param>
/// <param name="Root">The manifest's folder.</param>
internal sealed record ProjectSources(
    string Assembly,
    IReadOnlyList<string> Sources,
    IReadOnlyList<string> References,
    IReadOnlyList<string> Symbols,
    string? Language,
    bool IsProgram,
    string Output,
    string Generated,
    string Root
)
{
    /// <summary>The file of the project's mutants, in <see cref="Output"/>.</summary>
    public const string MutantsFile = "mutants.json";

    /// <summary>How sources are read.</summary>
    public CSharpParseOptions Options { get; } =
        new(LanguageVersionFacts.TryParse(Language, out var version) ? version : LanguageVersion.Latest, preprocessorSymbols: Symbols);

    /// <summary>Reads what the build has written: lines of <c>name=value</c>.</summary>
    public static ProjectSources Read(string file)
    {
        var lines = File.ReadLines(file).Select(line => line.Split('=', 2)).ToLookup(parts => parts[0], parts => parts[1]);
        return new ProjectSources(
            lines["assembly"].Single(),
            [.. lines["source"]],
            [.. lines["reference"]],
            lines["symbols"].Single().Split(',', StringSplitOptions.RemoveEmptyEntries),
            lines["language"].Single(),
            lines["type"].Single().EndsWith("exe", StringComparison.OrdinalIgnoreCase),
            lines["output"].Single(),
            Path.GetFullPath(lines["generated"].Single()),
            lines["root"].Single()
        );
    }

    /// <summary>As the compiler would see it, but for what source generators add.</summary>
    public CSharpCompilation Compile()
    {
        return CSharpCompilation.Create(
            Assembly,
            Sources.Select(file => CSharpSyntaxTree.ParseText(ReadText(file), Options, file)),
            References.Select(file => MetadataReference.CreateFromFile(file)),
            new CSharpCompilationOptions(
                IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
    }

    /// <summary>Whether a person wrote it, or this program.</summary>
    public bool IsWritten(string file) =>
        file.StartsWith(Output, StringComparison.Ordinal)
        || !file.StartsWith(Generated, StringComparison.Ordinal) && !file.EndsWith(".g.cs", StringComparison.Ordinal);

    private static SourceText ReadText(string file)
    {
        using var stream = File.OpenRead(file);
        return SourceText.From(stream);
    }
}
