using MutationTesting.Judging;

namespace MutationTesting.Reports;

/// <summary>The figures of each assembly.</summary>
internal static class ScoreTable
{
    /// <summary>Percent of the mutants that tests reach and judge which they kill; 100 when there are none.</summary>
    public static double ScoreOf(IEnumerable<MutantVerdict> verdicts)
    {
        var judged = verdicts.Where(verdict => verdict.Fate is Fate.Killed or Fate.Survived).ToList();
        return judged.Count == 0 ? 100 : 100.0 * judged.Count(verdict => verdict.Fate == Fate.Killed) / judged.Count;
    }

    /// <summary>Its lines.</summary>
    public static IEnumerable<string> Lines(Judgement judgement) =>
        judgement
            .Verdicts.GroupBy(verdict => verdict.Mutant.Assembly)
            .Select(assembly => Line(assembly.Key, [.. assembly]))
            .Prepend(
                FormattableString.Invariant(
                    $"{"", -20}{"killed", 8}{"survived", 10}{"score", 8}{"not reached", 13}{"at start", 10}{"ignored", 9}{"not judged", 12}"
                )
            )
            .Append(Line("all", judgement.Verdicts));

    private static string Line(string name, IReadOnlyList<MutantVerdict> verdicts) =>
        FormattableString.Invariant(
            $"{name, -20}{Count(verdicts, Fate.Killed), 8}{Count(verdicts, Fate.Survived), 10}{ScoreOf(verdicts), 7:0.0}%{Count(verdicts, Fate.NotReached), 13}{Count(verdicts, Fate.AtStart), 10}{Count(verdicts, Fate.Ignored), 9}{Count(verdicts, Fate.NotJudged), 12}"
        );

    private static int Count(IReadOnlyList<MutantVerdict> verdicts, Fate fate) => verdicts.Count(verdict => verdict.Fate == fate);
}
