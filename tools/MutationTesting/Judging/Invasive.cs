using System.Text.RegularExpressions;
using IntegrationSuite.MutationTesting.Mutants;
using IntegrationSuite.MutationTesting.Mutators;

namespace IntegrationSuite.MutationTesting.Judging;

/// <summary>Mutants that reach for the data of others: with them, the other tests of a round would fail.</summary>
internal static partial class Invasive
{
    /// <summary>A condition of an <c>UPDATE</c> or <c>DELETE</c> is another, so that it changes rows that are not its own.</summary>
    public static bool Is(Mutant mutant) => mutant.Kind == MutatorKinds.Sql && Change().IsMatch(mutant.Original);

    // Not FOR UPDATE, not updated_at.
    [GeneratedRegex(@"\bUPDATE\s+\S+[\s\S]*\bSET\b|\bDELETE FROM\b", RegexOptions.IgnoreCase)]
    private static partial Regex Change();
}
