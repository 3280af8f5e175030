using System.IO.Enumeration;
using System.Text.Json;

namespace IntegrationSuite.Tasks.Coverage.Figures;

/// <summary>What coverlet counted of one service: in its own assembly, and in those beside it that are built from sources here.</summary>
/// <param name="Figures">Of the assemblies that count.</param>
/// <param name="Counted">The names of those that count beside its own.</param>
/// <param name="NotCounted">The names of the others: what several services share is nobody's own.</param>
/// <param name="Missing">What was to be included, and is no assembly.</param>
public sealed record CoverletReport(
    CoverageFigures Figures,
    IReadOnlyList<string> Counted,
    IReadOnlyList<string> NotCounted,
    IReadOnlyList<string> Missing
)
{
    /// <summary>Reads coverlet's JSON: module → file → class → method → lines and branches.</summary>
    /// <param name="file">The report.</param>
    /// <param name="own">The service's own assembly, such as <c>Shop.dll</c>.</param>
    /// <param name="include">Names of others that count; <c>*</c> stands for any characters.</param>
    public static CoverletReport Read(string file, string own, IReadOnlyList<string> include)
    {
        using var report = JsonDocument.Parse(File.ReadAllBytes(file));
        var modules = report.RootElement.EnumerateObject().ToList();
        var shared = modules.Where(module => module.Name != own).ToLookup(module => include.Any(name => IsOf(name, module)));
        return new CoverletReport(
            CoverageFigures.Of(
                modules
                    .Where(module => module.Name == own)
                    .Concat(shared[true])
                    .SelectMany(module => module.Value.EnumerateObject())
                    .Select(ReadFile)
            ),
            Names(shared[true]),
            Names(shared[false]),
            [.. include.Where(name => !shared[true].Any(module => IsOf(name, module)))]
        );
    }

    private static bool IsOf(string name, JsonProperty module) => FileSystemName.MatchesSimpleExpression(name, NameOf(module));

    private static string NameOf(JsonProperty module) => Path.GetFileNameWithoutExtension(module.Name);

    private static IReadOnlyList<string> Names(IEnumerable<JsonProperty> modules) =>
        [.. modules.Select(NameOf).Order(StringComparer.Ordinal)];

    private static FileCoverage ReadFile(JsonProperty file)
    {
        var methods = file.Value.EnumerateObject().SelectMany(c => c.Value.EnumerateObject()).Select(m => m.Value).ToList();
        var lines = methods.SelectMany(m => m.GetProperty("Lines").EnumerateObject().Select(l => l.Value.GetInt32()));
        var branches = methods.SelectMany(m => m.GetProperty("Branches").EnumerateArray().Select(b => b.GetProperty("Hits").GetInt32()));
        var called = methods.Select(m => m.GetProperty("Lines").EnumerateObject().Any(l => l.Value.GetInt32() > 0) ? 1 : 0);
        return new FileCoverage(file.Name, Share.Count(lines), Share.Count(branches), Share.Count(called));
    }
}
