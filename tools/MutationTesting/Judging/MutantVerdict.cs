using IntegrationSuite.MutationTesting.Mutants;

namespace IntegrationSuite.MutationTesting.Judging;

/// <summary>How one mutant ended.</summary>
/// <param name="Mutant">Which.</param>
/// <param name="Fate">How.</param>
/// <param name="KilledBy">The test that found it.</param>
/// <param name="Message">What that test said.</param>
/// <param name="Tests">The tests that were to judge it.</param>
/// <param name="PassedOver">The tests that ran with it and passed.</param>
internal sealed record MutantVerdict(
    Mutant Mutant,
    Fate Fate,
    string? KilledBy,
    string? Message,
    IReadOnlyList<string> Tests,
    IReadOnlySet<string> PassedOver
)
{
    /// <summary>Reads it off the trial.</summary>
    /// <param name="mutant">Which.</param>
    /// <param name="trial">Null: it was not to be judged.</param>
    /// <param name="reach">Of the recording run.</param>
    public static MutantVerdict Of(Mutant mutant, Trial? trial, Reach reach) =>
        new(
            mutant,
            FateOf(mutant, trial, reach),
            trial?.KilledBy,
            trial?.Message,
            trial?.Tests ?? [],
            trial?.PassedOver ?? new HashSet<string>()
        );

    private static Fate FateOf(Mutant mutant, Trial? trial, Reach reach) =>
        mutant.Reason is not null ? Fate.Ignored
        : trial?.KilledBy is not null ? Fate.Killed
        : trial?.IsOver == true
            ? trial.PassedOver.Count > 0 ? Fate.Survived
                : Fate.AtStart
        : trial?.Tests.Count > 0 ? Fate.NotJudged
        : reach.OfNoTest.Contains(mutant.Name) ? Fate.AtStart
        : Fate.NotReached;
}

/// <summary>What can become of a mutant.</summary>
internal enum Fate
{
    /// <summary>A test failed with it.</summary>
    Killed,

    /// <summary>Every test that was to judge it passed.</summary>
    Survived,

    /// <summary>No test's request comes by.</summary>
    NotReached,

    /// <summary>Reached only at the start of its service, between requests, or by whichever request is the first: no test can bring it.</summary>
    AtStart,

    /// <summary>A comment in the source takes it out, with a reason.</summary>
    Ignored,

    /// <summary>The time was up.</summary>
    NotJudged,
}
