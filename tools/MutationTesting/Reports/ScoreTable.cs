using System.Globalization;
using IntegrationSuite.MutationTesting.Judging;

namespace IntegrationSuite.MutationTesting.Reports;

/// <summary>The figures of each assembly.</summary>
internal static class ScoreTable
{
    private static readonly (string Title, Func<IReadOnlyList<MutantVerdict>, string> Of)[] s_columns =
    [
        ("killed", Count(Fate.Killed)),
        ("survived", Count(Fate.Survived)),
        (" score", verdicts => string.Create(CultureInfo.InvariantCulture, $"{ScoreOf(verdicts):0.0}%")),
        ("not reached", Count(Fate.NotReached)),
        ("at start", Count(Fate.AtStart)),
        ("ignored", Count(Fate.Ignored)),
        ("not judged", Count(Fate.NotJudged)),
    ];

    /// <summary>Percent of the mutants that tests reach and judge which they kill; 100 when there are none.</summary>
    public static double ScoreOf(IEnumerable<MutantVerdict> verdicts)
    {
        var judged = verdicts.Where(verdict => verdict.Fate is Fate.Killed or Fate.Survived).ToList();
        return judged.Count == 0 ? 100 : 100.0 * judged.Count(verdict => verdict.Fate == Fate.Killed) / judged.Count;
    }

    /// <summary>Its lines.</summary>
    public static IEnumerable<string> Lines(Judgement judgement)
    {
        var assemblies = judgement
            .Verdicts.GroupBy(verdict => verdict.Mutant.Assembly)
            .Select(group => (Name: group.Key, Verdicts: group.ToList()));
        var rows = assemblies.Append((Name: "all", Verdicts: [.. judgement.Verdicts])).ToList();
        var width = rows.Max(row => row.Name.Length);
        return rows.Select(row => Line(row.Name.PadRight(width), row.Verdicts))
            .Prepend(new string(' ', width) + string.Concat(s_columns.Select(Heading)));
    }

    private static string Heading((string Title, Func<IReadOnlyList<MutantVerdict>, string> Of) column) => "  " + column.Title;

    private static string Line(string name, IReadOnlyList<MutantVerdict> verdicts) =>
        name + string.Concat(s_columns.Select(column => "  " + column.Of(verdicts).PadLeft(column.Title.Length)));

    private static Func<IReadOnlyList<MutantVerdict>, string> Count(Fate fate) =>
        verdicts => verdicts.Count(verdict => verdict.Fate == fate).ToString(CultureInfo.InvariantCulture);
}
