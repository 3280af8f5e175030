namespace IntegrationSuite.ServiceHost.Client;

/// <summary>What the tests of a process have to do with mutants of the services: note which they reach, or run with one each.</summary>
/// <remarks>A mutant travels with a test's requests as W3C baggage, from service to service: each test has its own, at the same time.</remarks>
public sealed class MutationPlan
{
    /// <summary>The variable that tells a test process: <see cref="Recording"/>, or a plan's file.</summary>
    public const string Variable = "SUITE_MUTATION";

    /// <summary>Each test's requests carry its key, and the services note which mutants they pass.</summary>
    public const string Recording = "record";

    /// <summary>The variable that tells services where to note it: a folder.</summary>
    public const string ReachVariable = "SUITE_MUTATION_REACH";

    /// <summary>The variable that tells services where to note which mutants were on: a folder.</summary>
    public const string OnVariable = "SUITE_MUTATION_ON";

    /// <summary>Runs without a mutant: whether the services are still sound beside those of the others.</summary>
    public const string Control = "-";

    private readonly IReadOnlyDictionary<string, string>? _mutants;

    private MutationPlan(IReadOnlyDictionary<string, string>? mutants) => _mutants = mutants;

    /// <summary>This process's plan; null in an ordinary run.</summary>
    public static MutationPlan? Current { get; } = Read(Environment.GetEnvironmentVariable(Variable));

    /// <summary>Reads one.</summary>
    /// <param name="source">What the variable says.</param>
    public static MutationPlan? Read(string? source) =>
        string.IsNullOrEmpty(source) ? null
        : source == Recording ? new MutationPlan(null)
        : new MutationPlan(File.ReadLines(source).Select(line => line.Split(' ', 2)).ToDictionary(parts => parts[0], parts => parts[1]));

    /// <summary>Writes one.</summary>
    /// <param name="file">Where.</param>
    /// <param name="mutants">Test → its mutant, or <see cref="Control"/>.</param>
    public static void Write(string file, IReadOnlyDictionary<string, string> mutants) =>
        File.WriteAllLines(file, mutants.Select(pair => $"{pair.Key} {pair.Value}"));

    /// <summary>Whether a test runs.</summary>
    public bool Runs(string key) => _mutants is null || _mutants.ContainsKey(key);

    /// <summary>The header <c>baggage</c> of a test's requests; null: none.</summary>
    public string? BaggageOf(string key) =>
        _mutants is null ? $"suite-test={key}"
        : _mutants.TryGetValue(key, out var mutant) && mutant != Control ? $"suite-mutant={Uri.EscapeDataString(mutant)}"
        : null;
}
