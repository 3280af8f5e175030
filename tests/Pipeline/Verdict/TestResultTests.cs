using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Results;
using IntegrationSuite.Tasks.Verdict;
using TestResult = IntegrationSuite.ServiceHost.Client.Results.TestResult;

namespace Pipeline.Verdict;

/// <summary>What a build makes of the files that a test platform leaves.</summary>
[TestClass]
public sealed class TestResultTests
{
    private readonly string _results = Directory.CreateTempSubdirectory("results-").FullName;

    [TestInitialize]
    public void MakeFolder() => Directory.CreateDirectory(Path.Combine(_results, "dumps"));

    [TestCleanup]
    public void Remove() => Directory.Delete(_results, recursive: true);

    [TestMethod]
    [DataRow("Passed", "passed")]
    [DataRow("Failed", "failed")]
    [DataRow("NotExecuted", "skipped")]
    [DataRow("Timeout", "failed")]
    [DataRow("Aborted", "failed")]
    public void Only_a_test_that_is_said_to_have_passed_or_been_skipped_is_none_that_failed(string outcome, string expected) =>
        Assert.AreEqual(expected, Read($"<Results><UnitTestResult testName='t' outcome='{outcome}'/></Results>").Tests.Single().Outcome);

    [TestMethod]
    public void A_test_that_failed_is_told_with_its_class_and_the_line_that_is_its_own()
    {
        var test = Read(
            """
            <Results><UnitTestResult testId='1' testName='A_note_is_kept' outcome='Failed'><Output><ErrorInfo><StackTrace>
               at IntegrationSuite.TestKit.HttpExtensions.ExpectAsync(Task`1 sent) in /src/tools/TestKit/HttpExtensions.cs:line 52
               at Shop.Tests.NoteTests.A_note_is_kept() in /src/tests/Contracts/Notes/NoteTests.cs:line 17
               at System.Reflection.MethodBaseInvoker.Invoke()
            </StackTrace></ErrorInfo></Output></UnitTestResult></Results>
            <TestDefinitions><UnitTest id='1'><TestMethod className='Shop.Tests.NoteTests'/></UnitTest></TestDefinitions>
            """
        )
            .Tests.Single();
        Assert.AreEqual("NoteTests.A_note_is_kept", test.FullName);
        Assert.AreEqual(
            new SourceLine("/src/tests/Contracts/Notes/NoteTests.cs", 17),
            SourceLine.Of(test.StackTrace, "/src/tests/Contracts")
        );
        Assert.IsNull(SourceLine.Of(test.StackTrace, "/src/tests/Other"));
    }

    [TestMethod]
    public void The_output_of_a_test_process_is_shown_by_its_first_error_and_its_last_lines_and_kept_in_UTF_8()
    {
        string[] lines =
        [
            "Hello",
            "Unhandled exception. Överflow",
            .. Enumerable.Range(1, 12).Select(n => $"   at frame {n}"),
            "",
            "=== COMMAND LINE ===",
            "x",
        ];
        File.WriteAllLines(Path.Combine(_results, "Shop_net10.0_x64.log"), lines, System.Text.Encoding.Unicode);
        var output = ProcessOutput.Find(_results, "Shop_net10.0_", "Shop")!;
        StringAssert.StartsWith(
            output.End.ReplaceLineEndings("\n"),
            "Its first error:\n    | Unhandled exception. Överflow\nIts last lines:\n    |    at frame 3\n"
        );
        StringAssert.EndsWith(output.End.TrimEnd(), "    |    at frame 12");
        CollectionAssert.AreEqual(lines[..^2], File.ReadAllLines(output.File));
        Assert.IsNull(ProcessOutput.Find(_results, "", "Classic"));
    }

    [TestMethod]
    public void A_latency_that_was_not_judged_is_known_by_the_code_in_its_message() =>
        Assert.IsTrue(
            Read(
                $"<Results><UnitTestResult testName='t' outcome='NotExecuted'><Output><ErrorInfo><Message>{ErrorCodes.MachineTooBusy}: busy</Message></ErrorInfo></Output></UnitTestResult></Results>"
            )
                .Tests.Single()
                .IsUndecided
        );

    [TestMethod]
    public void A_test_that_the_build_left_out_is_none_that_was_skipped()
    {
        var message = new LeftOutTests("5477145", new HashSet<string>()).Message;
        Read(
            $"<Results><UnitTestResult testName='t' outcome='NotExecuted'><Output><ErrorInfo><Message>Assert.Inconclusive failed. {message}</Message></ErrorInfo></Output></UnitTestResult><UnitTestResult testName='u' outcome='NotExecuted'/></Results>"
        );
        Assert.AreEqual("u", ProjectResults.Read(_results, "One")!.Tests.Single().Name);
    }

    [TestMethod]
    [DataRow("Error", "Test host process pid: 7 crashed.", 1)]
    [DataRow("Error", "Test host process pid: 7 was terminated because the test session was aborted.", 1)]
    [DataRow("Error", "The active test run was aborted. Reason: Test host process crashed", 1)]
    [DataRow(
        "Error",
        "Exit code indicates failure: '2'. Please refer to https://aka.ms/testingplatform/exitcodes for more information.",
        0
    )]
    [DataRow("Error", "[xUnit.net 00:00:00.25]     Tests.One [FAIL]", 0)]
    [DataRow("Warning", "An attachment was not copied: the run was aborted", 0)]
    public void A_run_broke_if_its_platform_says_that_it_crashed_or_was_aborted(string outcome, string text, int breaks) =>
        Assert.HasCount(
            breaks,
            Read($"<ResultSummary><RunInfos><RunInfo outcome='{outcome}'><Text>{text}</Text></RunInfo></RunInfos></ResultSummary>").Breaks
        );

    [TestMethod]
    public void A_process_that_crashed_is_told_with_the_test_that_ran_and_those_that_had_ended_count()
    {
        Leave("One.crash.7.dmp");
        Leave("One.crash..dmp_ab12.sequence.log", "# v1", "STARTED\t0\ta\tFirst", "ENDED\t1\ta\tFailed", "STARTED\t1\tb\tSecond");
        var end = ProcessEnd.Find(_results, "One")!;
        Assert.AreEqual(
            $"it crashed while this ran: Second; its dump: {Path.Combine(_results, "dumps", "One.crash.7.dmp")}",
            end.ToString()
        );
        Assert.AreEqual(new TestResult("First", "failed", null), end.Ended.Single());
    }

    [TestMethod]
    public void A_process_that_left_no_dump_was_killed()
    {
        Leave("One.crash..dmp_ab12.sequence.log", "STARTED\t0\ta\tFirst");
        Assert.AreEqual("it was killed, or ended itself while this ran: First", ProcessEnd.Find(_results, "One")!.ToString());
    }

    [TestMethod]
    public void A_process_that_hung_is_told_with_the_tests_that_ran()
    {
        Leave("One.hang.7.log", "[00:00:05] First", "[00:00:04] Second");
        Assert.AreEqual("it hung and was ended while this ran: First, Second", ProcessEnd.Find(_results, "One")!.ToString());
    }

    [TestMethod]
    public void Of_a_project_that_came_to_its_end_nothing_is_told_though_another_of_a_like_name_crashed()
    {
        Leave("One.Two.crash.7.dmp");
        Assert.IsNull(ProcessEnd.Find(_results, "One"));
        Assert.IsNotNull(ProcessEnd.Find(_results, "One.Two"));
    }

    [TestMethod]
    public void A_copy_of_a_dump_where_others_may_enter_is_removed()
    {
        Leave("One.crash.7.dmp");
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(_results, "In", "machine")).FullName, "One.crash.7.dmp"), "");
        Dumps.RemoveCopies(_results);
        Assert.AreEqual(
            Path.Combine(_results, "dumps", "One.crash.7.dmp"),
            Directory.GetFiles(_results, "*.dmp", SearchOption.AllDirectories).Single()
        );
    }

    private TestResults Read(string content)
    {
        var file = Path.Combine(_results, "One.trx");
        File.WriteAllText(file, $"<TestRun xmlns='http://microsoft.com/schemas/VisualStudio/TeamTest/2010'>{content}</TestRun>");
        return TrxFile.Read(file, "One");
    }

    private void Leave(string name, params string[] lines) => File.WriteAllLines(Path.Combine(_results, "dumps", name), lines);
}
