namespace IntegrationSuite.MutationTesting.Mutators;

/// <summary>Every mutator. A new one is a class beside these and a word here.</summary>
internal static class AllMutators
{
    public static IReadOnlyList<IMutator> All { get; } =
    [
        new Operators(),
        new Conditions(),
        new Constants(),
        new Calls(),
        new Members(),
        new Results(),
        new Statements(),
        new Sql(),
        new Patterns(),
    ];
}
