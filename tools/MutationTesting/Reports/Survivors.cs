using IntegrationSuite.MutationTesting.Judging;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.MutationTesting.Reports;

/// <summary>The mutants that every test passed over, as a person reads them: file, line, what changes, who passed over it.</summary>
internal static class Survivors
{
    private const int MostTests = 5;

    /// <summary>Writes them.</summary>
    public static void Write(string file, Judgement judgement) =>
        File.WriteAllLines(
            file,
            judgement.Verdicts.Where(verdict => verdict.Fate == Fate.Survived).SelectMany(verdict => Lines(verdict, judgement))
        );

    private static IEnumerable<string> Lines(MutantVerdict verdict, Judgement judgement)
    {
        var mutant = verdict.Mutant;
        yield return $"{mutant.File}:{mutant.Start.Line} {mutant.Kind} {mutant.Id}";
        foreach (var line in Prefixed("- ", mutant.Original).Concat(Prefixed("+ ", mutant.Replacement)))
        {
            yield return line;
        }

        var tests = verdict.PassedOver.Take(MostTests).Select(test => judgement.Tests[test].FullName);
        yield return $"  passed over by {verdict.PassedOver.Count}: {HarmlessText.OneLine(string.Join(", ", tests))}";
        yield return "";
    }

    private static IEnumerable<string> Prefixed(string prefix, string text) => text.Split('\n').Select(line => prefix + line.TrimEnd());
}
