using IntegrationSuite.MutationTesting.Judging;
using IntegrationSuite.MutationTesting.Mutants;
using TestResult = IntegrationSuite.ServiceHost.Client.Results.TestResult;

namespace Pipeline.MutationTesting;

/// <summary>What the rounds of mutation testing say of a mutant.</summary>
[TestClass]
public sealed class ScheduleTests
{
    [TestMethod]
    public void A_test_that_fails_kills_and_one_that_passes_leaves_the_next_to_try()
    {
        Trial killed = Of(1, "a"),
            open = Of(2, [.. Enumerable.Range(0, 11).Select(i => $"b{i}")]);
        var schedule = new Schedule([killed, open], []);
        Note(schedule, ["failed a", .. Enumerable.Range(0, 10).Select(i => $"passed b{i}")]);
        Assert.AreEqual(("a", "It failed."), (killed.KilledBy, killed.Message));
        CollectionAssert.AreEqual(new[] { "b10" }, schedule.Next()!.Pairs.Keys.ToList());
        Note(schedule, "passed b10");
        Assert.IsNull(schedule.Next());
        Assert.IsTrue(open.IsOver);
        Assert.HasCount(11, open.PassedOver);
    }

    [TestMethod]
    public void What_was_skipped_or_did_not_come_by_has_not_passed_over_it()
    {
        Trial skipped = Of(1, "a"),
            elsewhere = Of(2, "b");
        var schedule = new Schedule([skipped, elsewhere], []);
        schedule.Note(schedule.Next()!, new RoundOutcome(Results("skipped a", "passed b"), new HashSet<string> { "Sample:1" }, true));
        Assert.IsTrue(skipped.IsOver && elsewhere.IsOver);
        Assert.IsEmpty(skipped.PassedOver.Concat(elsewhere.PassedOver));
    }

    [TestMethod]
    public void A_mutant_that_is_alone_is_killed_by_a_test_that_comes_to_no_end()
    {
        var trial = Of(1, "a");
        Note(new Schedule([trial], []));
        Assert.AreEqual("a", trial.KilledBy);
    }

    [TestMethod]
    public void Of_several_the_one_that_lets_no_test_end_is_found_and_it_alone()
    {
        Trial hanging = Of(1, "a"),
            innocent = Of(2, "b");
        var schedule = new Schedule([hanging, innocent], []);
        for (var round = schedule.Next(); round is not null; round = schedule.Next())
        {
            Note(schedule, round.Pairs.ContainsKey("a") ? [] : ["passed b"]);
        }

        Assert.AreEqual("a", hanging.KilledBy);
        Assert.IsNull(innocent.KilledBy);
    }

    [TestMethod]
    public void When_a_control_fails_no_failure_counts_and_what_passed_has_passed()
    {
        Trial suspect = Of(1, "a"),
            passed = Of(2, "b");
        var schedule = new Schedule([suspect, passed], ["0"]); // the first of all tests is the first round's control
        Assert.IsFalse(Note(schedule, "failed a", "passed b", "failed 0"));
        Assert.IsNull(suspect.KilledBy);
        Assert.HasCount(1, passed.PassedOver);
    }

    [TestMethod]
    public void A_service_that_dies_makes_no_mutant_of_several_killed()
    {
        Trial suspect = Of(1, "a"),
            other = Of(2, "b");
        var schedule = new Schedule([suspect, other], []);
        schedule.Note(schedule.Next()!, new RoundOutcome(Results("failed a", "passed b"), All, IsSound: false));
        Assert.IsNull(suspect.KilledBy);
    }

    [TestMethod]
    public void A_control_is_never_given_a_mutant_and_in_the_next_round_it_is_another_test()
    {
        var trial = Of(1, "0", "1");
        var schedule = new Schedule([trial], ["0", "1"]);
        CollectionAssert.AreEqual(new[] { "1" }, schedule.Next()!.Pairs.Keys.ToList());
        Note(schedule, "passed 1");
        CollectionAssert.AreEqual(new[] { "0" }, schedule.Next()!.Pairs.Keys.ToList());
    }

    [TestMethod]
    [DataRow("\"DELETE FROM t WHERE id = $1 AND x = 1\"", true)]
    [DataRow("\"UPDATE t SET a = 1 WHERE id = $1 AND x = 1\"", true)]
    [DataRow("\"SELECT a FROM t ORDER BY updated_at FOR UPDATE\"", false)]
    public void What_changes_other_rows_than_its_own_is_judged_alone(string original, bool alone)
    {
        Trial sql = Sql(1, "a", original),
            other = Of(2, "b");
        var schedule = new Schedule([sql, other], []);
        Assert.AreEqual(alone ? 1 : 2, schedule.Next()!.Pairs.Count);
        other.Kill("b", null);
        CollectionAssert.AreEqual(new[] { "a" }, schedule.Next()!.Pairs.Keys.ToList());
    }

    private static IReadOnlySet<string> All => Enumerable.Range(1, 9).Select(number => $"Sample:{number}").ToHashSet();

    private static bool Note(Schedule schedule, params string[] results) =>
        schedule.Note(schedule.Next()!, new RoundOutcome(Results(results), All, IsSound: true));

    private static Dictionary<string, TestResult> Results(params string[] results) =>
        results
            .Select(each => each.Split(' '))
            .ToDictionary(parts => parts[1], parts => new TestResult(parts[1], parts[0], $"It {parts[0]}."));

    private static Trial Of(int number, params string[] tests) => new(Mutant(number, "constant", "1"), tests);

    private static Trial Sql(int number, string test, string original) => new(Mutant(number, "sql", original), [test]);

    private static Mutant Mutant(int number, string kind, string original) =>
        new("Sample", number, $"id{number}", "Source.cs", new Place(1, 1), new Place(1, 2), kind, original, "2", false, null);
}
