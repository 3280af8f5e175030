using IntegrationSuite.MutationTesting.Judging;
using IntegrationSuite.MutationTesting.Mutants;

namespace Pipeline.MutationTesting;

/// <summary>Which test runs with which mutant.</summary>
[TestClass]
public sealed class RoundTests
{
    [TestMethod]
    public void Each_test_has_one_mutant_and_few_mutants_have_several_tests_each()
    {
        var round = Round.Of([Trial(1, "a", "b", "c", "d"), Trial(2, "a", "e")], int.MaxValue, new HashSet<string>());
        CollectionAssert.AreEquivalent(
            new[] { "a 2", "b 1", "c 1", "d 1", "e 2" },
            round.Pairs.Select(pair => $"{pair.Key} {pair.Value.Mutant.Number}").ToList()
        );
    }

    [TestMethod]
    public void A_mutant_that_few_tests_reach_has_them_before_others()
    {
        var round = Round.Of([Trial(1, "a", "b"), Trial(2, "a")], int.MaxValue, new HashSet<string>());
        Assert.AreEqual(2, round.Pairs["a"].Mutant.Number);
        Assert.AreEqual(1, round.Pairs["b"].Mutant.Number);
    }

    [TestMethod]
    public void A_control_runs_without_a_mutant_and_is_in_the_plan()
    {
        var round = Round.Of([Trial(1, "z", "a")], int.MaxValue, new HashSet<string> { "z" });
        Assert.AreEqual("-", round.Plan["z"]);
        Assert.AreEqual("Sample:1", round.Plan["a"]);
    }

    private static Trial Trial(int number, params string[] tests) =>
        new(
            new Mutant("Sample", number, $"id{number}", "Source.cs", new Place(1, 1), new Place(1, 2), "constant", "1", "2", false, null),
            tests
        );
}
