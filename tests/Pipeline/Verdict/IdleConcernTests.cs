using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Results;
using IntegrationSuite.Tasks.Verdict;
using TestResult = IntegrationSuite.ServiceHost.Client.Results.TestResult;

namespace Pipeline.Verdict;

/// <summary>What a build makes of concerns in which nothing ran.</summary>
[TestClass]
public sealed class IdleConcernTests
{
    [TestMethod]
    public void A_concern_whose_tests_were_all_skipped_is_an_error_with_the_reason()
    {
        var error = Find(null, Run("Contracts", "skipped", "skipped"), Run("Workflows", "passed")).Single();
        Assert.AreEqual(ErrorCodes.NoTests, error.Code);
        StringAssert.StartsWith(error.Message, "No test of the concern Contracts ran: all 2 were skipped (no service).");
    }

    [TestMethod]
    public void One_project_of_a_concern_with_a_test_that_ran_is_enough() =>
        Assert.IsEmpty(Find(null, Run("Contracts", "skipped"), Run("Contracts", "skipped", "failed")));

    [TestMethod]
    public void A_concern_without_any_test_is_an_error() =>
        StringAssert.Contains(Find(null, Run("Contracts"), Run("Workflows", "passed")).Single().Message, "its projects have none");

    [TestMethod]
    public void A_filter_may_leave_a_concern_without_tests_but_not_all_of_them()
    {
        Assert.IsEmpty(Find("Name~a", Run("Contracts"), Run("Workflows", "passed")));
        StringAssert.Contains(Find("Name~a", Run("Contracts"), Run("Workflows")).Single().Message, "nothing matches the filter 'Name~a'");
    }

    [TestMethod]
    public void A_filter_that_finds_skipped_tests_alone_is_an_error() =>
        StringAssert.Contains(Find("Name~a", Run("Contracts", "skipped")).Single().Message, "its only test was skipped");

    [TestMethod]
    public void A_run_that_broke_is_told_as_that_alone() =>
        Assert.IsEmpty(Find(null, Run("Contracts") with { IsBroken = true }, Run("Contracts", "skipped")));

    [TestMethod]
    public void A_latency_that_could_not_be_judged_was_measured() =>
        Assert.IsEmpty(
            Find(null, new ConcernRun("Performance", new("P", [new("t", "skipped", $"{ErrorCodes.MachineTooBusy}: busy")], []), false))
        );

    private static IReadOnlyList<SuiteError> Find(string? filter, params ConcernRun[] runs) => IdleConcerns.Find(runs, filter);

    private static ConcernRun Run(string concern, params string[] outcomes) =>
        new(concern, new TestResults("P", [.. outcomes.Select(outcome => new TestResult("t", outcome, "no service."))], []), false);
}
