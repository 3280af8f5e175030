using IntegrationSuite.ServiceHost.Client.Results;

namespace IntegrationSuite.MutationTesting.Judging;

/// <summary>Which test comes by which mutants, as the services noted it.</summary>
/// <param name="Tests">Test (<see cref="TestKey"/>) → the names of mutants.</param>
/// <param name="OfNoTest">Reached without a test's request: at the start, in the background, by what answers nobody.</param>
internal sealed record Reach(IReadOnlyDictionary<string, IReadOnlySet<string>> Tests, IReadOnlySet<string> OfNoTest)
{
    private const string NoTest = "-";

    /// <summary>Reads what the services of a recording run left in a folder, each process and assembly a file of its own.</summary>
    public static Reach Read(string folder)
    {
        var tests = new Dictionary<string, HashSet<string>>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.reach"))
        {
            var assembly = AssemblyOf(file);
            foreach (var parts in File.ReadLines(file).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            {
                var mutants = tests.TryGetValue(parts[0], out var known) ? known : tests[parts[0]] = [];
                mutants.UnionWith(parts.Skip(1).Select(number => $"{assembly}:{number}"));
            }
        }

        return new Reach(
            tests.Where(pair => pair.Key != NoTest).ToDictionary(pair => pair.Key, pair => (IReadOnlySet<string>)pair.Value),
            tests.GetValueOrDefault(NoTest) ?? []
        );
    }

    /// <summary>The names of the mutants that were on in a round, of what services left in a folder.</summary>
    public static IReadOnlySet<string> ReadOn(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.on")
            .SelectMany(file =>
                File.ReadAllText(file).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => $"{AssemblyOf(file)}:{number}")
            )
            .ToHashSet();

    // Assembly.Process.Guid.reach, and an assembly's name may have dots.
    private static string AssemblyOf(string file) => string.Join('.', Path.GetFileName(file).Split('.')[..^3]);
}
