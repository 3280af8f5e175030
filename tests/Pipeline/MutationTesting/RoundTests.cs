using MutationTesting.Judging;
using MutationTesting.Mutants;

namespace Pipeline.MutationTesting;

/// <summary>Which test runs with which mutant.</summary>
[TestClass]
public sealed class RoundTests
{
    [TestMethod]
    public void Each_test_has_one_mutant_and_a_mutant_up_to_three_tests()
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
    public void A_control_runs_without_a_mutant_unless_a_mutant_needs_it()
    {
        var round = Round.Of([Trial(1, "a")], int.MaxValue, new HashSet<string> { "a", "z" });
        CollectionAssert.AreEqual(new[] { "z" }, round.Controls.ToList());
        Assert.AreEqual("-", round.Plan["z"]);
        Assert.AreEqual("Sample:1", round.Plan["a"]);
    }

    [TestMethod]
    public void What_passed_is_not_tried_again_and_a_mutant_that_all_passed_over_has_survived()
    {
        var trial = Trial(1, "a", "b");
        trial.PassOver("a");
        CollectionAssert.AreEqual(new[] { "b" }, trial.Untried.ToList());
        Assert.IsFalse(trial.HasSurvived);
        trial.PassOver("b");
        Assert.IsTrue(trial.HasSurvived);
    }

    [TestMethod]
    public void A_killed_mutant_is_not_tried_again()
    {
        var trial = Trial(1, "a", "b");
        trial.Kill("b", null);
        Assert.IsFalse(trial.Untried.Any());
        Assert.IsFalse(trial.HasSurvived);
    }

    private static Trial Trial(int number, params string[] tests) =>
        new(
            new Mutant("Sample", number, $"id{number}", "Source.cs", new Place(1, 1), new Place(1, 2), "constant", "1", "2", false, null),
            tests
        );
}
