using MutationTesting.Judging;
using MutationTesting.Mutants;
using TestResult = ServiceHost.Client.Results.TestResult;

namespace Pipeline.MutationTesting;

/// <summary>What the rounds of mutation testing say of a mutant.</summary>
[TestClass]
public sealed class ScheduleTests
{
    [TestMethod]
    public void A_test_that_fails_kills_and_one_that_passes_leaves_the_next_to_try()
    {
        Trial killed = Of(1, "a"),
            open = Of(2, "b", "c", "d", "e");
        var schedule = new Schedule([killed, open], new HashSet<string>());
        schedule.Note(schedule.Next()!, Outcomes("failed a", "passed b", "passed c", "skipped d"));
        Assert.AreEqual(("a", "It failed."), (killed.KilledBy, killed.Message));
        CollectionAssert.AreEqual(new[] { "e" }, schedule.Next()!.Pairs.Keys.ToList());
        schedule.Note(schedule.Next()!, Outcomes("passed e"));
        Assert.IsNull(schedule.Next());
        Assert.IsTrue(open.HasSurvived);
    }

    [TestMethod]
    public void A_test_that_comes_to_no_end_kills()
    {
        var trial = Of(1, "a");
        var schedule = new Schedule([trial], new HashSet<string>());
        schedule.Note(schedule.Next()!, Outcomes());
        Assert.AreEqual("a", trial.KilledBy);
    }

    [TestMethod]
    public void When_a_control_fails_no_failure_counts_and_what_passed_has_passed()
    {
        Trial suspect = Of(1, "a"),
            passed = Of(2, "b");
        var schedule = new Schedule([suspect, passed], new HashSet<string> { "z" });
        Assert.AreEqual(1, schedule.Note(schedule.Next()!, Outcomes("failed a", "passed b", "failed z")));
        Assert.IsNull(suspect.KilledBy);
        Assert.IsTrue(passed.HasSurvived);
    }

    [TestMethod]
    public void A_mutant_that_breaks_what_others_stand_on_is_found_alone()
    {
        Trial destroyer = Of(1, "a"),
            innocent = Of(2, "b");
        var schedule = new Schedule([destroyer, innocent], new HashSet<string> { "z" });
        for (var round = schedule.Next(); round is not null; round = schedule.Next())
        {
            var isBroken = round.Pairs.ContainsKey("a");
            schedule.Note(round, isBroken ? Outcomes("failed a", "failed b", "failed z") : Outcomes("passed b", "passed z"));
        }

        Assert.AreEqual("a", destroyer.KilledBy);
        Assert.IsTrue(innocent.HasSurvived);
    }

    [TestMethod]
    public void What_changes_other_rows_than_its_own_is_judged_alone_from_the_beginning()
    {
        Trial sql = Of(1, "a", kind: "sql", original: "\"DELETE FROM t WHERE id = $1 AND x = 1\""),
            other = Of(2, "b");
        var schedule = new Schedule([sql, other], new HashSet<string>());
        CollectionAssert.AreEqual(new[] { "b" }, schedule.Next()!.Pairs.Keys.ToList());
        other.Kill("b", null);
        CollectionAssert.AreEqual(new[] { "a" }, schedule.Next()!.Pairs.Keys.ToList());
    }

    private static Dictionary<string, TestResult> Outcomes(params string[] outcomes) =>
        outcomes.Select(each => each.Split(' ')).ToDictionary(parts => parts[1], parts => new TestResult(parts[1], parts[0], $"It {parts[0]}."));

    private static Trial Of(int number, string test, params string[] more) => Of(number, test, "constant", "1", more);

    private static Trial Of(int number, string test, string kind, string original, params string[] more) =>
        new(
            new Mutant("Sample", number, $"id{number}", "Source.cs", new Place(1, 1), new Place(1, 2), kind, original, "2", false, null),
            [test, .. more]
        );
}
