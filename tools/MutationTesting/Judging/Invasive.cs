using MutationTesting.Mutants;
using MutationTesting.Mutators;

namespace MutationTesting.Judging;

/// <summary>Mutants that reach for the data of others: with them, the other tests of a round would fail.</summary>
internal static class Invasive
{
    /// <summary>A condition of an <c>UPDATE</c> or <c>DELETE</c> is another, so that it changes rows that are not its own.</summary>
    public static bool Is(Mutant mutant) =>
        mutant.Kind == MutatorKinds.Sql
        && (
            mutant.Original.Contains("UPDATE", StringComparison.OrdinalIgnoreCase)
            || mutant.Original.Contains("DELETE", StringComparison.OrdinalIgnoreCase)
        );
}
