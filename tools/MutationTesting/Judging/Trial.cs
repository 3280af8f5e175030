using MutationTesting.Mutants;

namespace MutationTesting.Judging;

/// <summary>What becomes of a mutant.</summary>
/// <param name="mutant">Which.</param>
/// <param name="tests">The tests that reach it, the best first.</param>
internal sealed class Trial(Mutant mutant, IReadOnlyList<string> tests)
{
    private readonly HashSet<string> _passed = [];

    /// <summary>Rounds in which services were found unsound while it was in them, and it could be the cause.</summary>
    public int UnsoundRounds { get; private set; }

    public Mutant Mutant => mutant;

    /// <summary>The tests that reach it.</summary>
    public IReadOnlyList<string> Tests => tests;

    /// <summary>The test that found it.</summary>
    public string? KilledBy { get; private set; }

    /// <summary>What that test said.</summary>
    public string? Message { get; private set; }

    /// <summary>The tests that passed over it.</summary>
    public IReadOnlySet<string> PassedOver => _passed;

    /// <summary>Those that have not been tried; none once it is killed.</summary>
    public IEnumerable<string> Untried => KilledBy is null ? tests.Where(test => !_passed.Contains(test)) : [];

    /// <summary>No test is left to try, and some were.</summary>
    public bool HasSurvived => KilledBy is null && tests.Count > 0 && !Untried.Any();

    public void Kill(string test, string? message) => (KilledBy, Message) = (test, message);

    public void PassOver(string test) => _passed.Add(test);

    public void Suspect() => UnsoundRounds++;
}
