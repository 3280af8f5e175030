using IntegrationSuite.MutationTesting.Mutants;

namespace IntegrationSuite.MutationTesting.Judging;

/// <summary>What becomes of a mutant.</summary>
/// <param name="mutant">Which.</param>
/// <param name="tests">The tests that are to judge it, in this order.</param>
internal sealed class Trial(Mutant mutant, IReadOnlyList<string> tests)
{
    private readonly HashSet<string> _passed = [];
    private readonly HashSet<string> _tried = [];

    public Mutant Mutant => mutant;

    /// <summary>The tests that are to judge it.</summary>
    public IReadOnlyList<string> Tests => tests;

    /// <summary>The test that found it.</summary>
    public string? KilledBy { get; private set; }

    /// <summary>What that test said.</summary>
    public string? Message { get; private set; }

    /// <summary>The tests that passed over it.</summary>
    public IReadOnlySet<string> PassedOver => _passed;

    /// <summary>Those that have not been tried; none once it is killed.</summary>
    public IEnumerable<string> Untried => KilledBy is null ? tests.Where(test => !_tried.Contains(test)) : [];

    /// <summary>Every test has been tried: those that say anything of it passed.</summary>
    public bool IsOver => KilledBy is null && tests.Count > 0 && !Untried.Any();

    public void Kill(string test, string? message) => (KilledBy, Message) = (test, message);

    /// <summary>A test passed with it.</summary>
    public void PassOver(string test)
    {
        _tried.Add(test);
        _passed.Add(test);
    }

    /// <summary>A test says nothing of it: it was skipped, or did not come by this time.</summary>
    public void Drop(string test) => _tried.Add(test);
}
