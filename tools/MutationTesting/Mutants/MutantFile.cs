using System.Text.Json;

namespace IntegrationSuite.MutationTesting.Mutants;

/// <summary>The mutants of one project, as its build with mutants leaves them for the judging: <c>mutants.json</c>.</summary>
internal static class MutantFile
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Write(string file, IReadOnlyList<Mutant> mutants) =>
        File.WriteAllBytes(file, JsonSerializer.SerializeToUtf8Bytes(mutants, s_options));

    public static IReadOnlyList<Mutant> Read(string file) => JsonSerializer.Deserialize<List<Mutant>>(File.ReadAllBytes(file), s_options)!;
}
