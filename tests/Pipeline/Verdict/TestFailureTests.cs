using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Results;
using IntegrationSuite.Tasks.Verdict;
using IntegrationSuite.TestKit.Stories;
using TestResult = IntegrationSuite.ServiceHost.Client.Results.TestResult;

namespace Pipeline.Verdict;

/// <summary>What a build says of tests that failed.</summary>
[TestClass]
public sealed class TestFailureTests
{
    private static readonly string s_death =
        $"{new SuiteError(ErrorCodes.PostgresDied, "The server ended by itself with code 137.", Log: "/pg.log")}";

    [TestMethod]
    public void A_failure_ends_with_the_step_the_service_and_the_operation_at_which_it_broke()
    {
        var story = new Story();
        story.Add("notes", $"POST /notes/{Guid.NewGuid()}/words", "201");
        story.Begin("the note is gone");
        story.Add("shop", "GET /prices?day=1", "200");

        var error = TestFailures
            .Of(Results(Failed("A_price", "expected: 1, found: 2", $"TestContext Messages:\n{story.Where()}\nmore")), "/")
            .Single();

        Assert.AreEqual(
            "One: A_price failed: expected: 1, found: 2 Broke in step 1, \"the note is gone\", at shop: GET /prices?day=1 → 200. Before: notes: POST /notes/{id}/words → 201.",
            error.Message
        );
    }

    [TestMethod]
    public void Tests_that_failed_for_one_cause_are_one_error_with_their_number()
    {
        var dead = Enumerable.Range(1, 205).Select(i => Failed($"T{i}", i % 2 == 0 ? s_death : "answered 503", i % 2 == 0 ? "" : s_death));
        var errors = TestFailures.Of(Results([.. dead, Failed("Own", "expected: 1", "")]), "/").ToList();

        Assert.HasCount(2, errors, string.Join('\n', errors));
        Assert.AreEqual(
            "One: 205 tests failed for one cause, SUITE605: The server ended by itself with code 137. Log: /pg.log. They are T1, T2, T3 and 202 more.",
            errors[0].Message
        );
        Assert.AreEqual("One: Own failed: expected: 1", errors[1].Message);
    }

    [TestMethod]
    public void Of_a_cause_with_the_last_lines_of_a_log_the_first_line_is_told() =>
        Assert.AreEqual(
            "SUITE207: Shop ended with exit code 3 while it was in use.",
            FailureNote.CauseIn(
                $"{new SuiteError(ErrorCodes.ServiceDied, "Shop ended with exit code 3 while it was in use. Its last lines:\n  x: y")}\n"
            )
        );

    [TestMethod]
    public void Tests_that_failed_alike_by_themselves_are_an_error_each() =>
        Assert.HasCount(3, TestFailures.Of(Results([.. Enumerable.Range(1, 3).Select(i => Failed($"T{i}", "expected: 1", ""))]), "/"));

    private static TestResults Results(params TestResult[] tests) => new("One", tests, []);

    private static TestResult Failed(string name, string message, string output) =>
        new(name, "failed", message) { Place = FailureNote.PlaceIn(output), Cause = FailureNote.CauseIn($"{message}\n{output}") };
}
