using System.Text.RegularExpressions;
using IntegrationSuite.Migrations;
using IntegrationSuite.Report;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Processes;
using Npgsql;
using Pipeline.Migrations;
using Pipeline.Postgres;
using Pipeline.Systems;

namespace Pipeline.Builds;

/// <summary><c>dotnet build -t:…</c> as a consumer sees it. The tests share one solution, so they go one after the other.</summary>
[TestClass]
[DoNotParallelize]
public sealed partial class IntegrationTestTests
{
    private static Consumer s_consumer = null!;

    [ClassInitialize]
    public static void Write(TestContext _) => s_consumer = new Consumer();

    [ClassCleanup]
    public static async Task Remove() => await s_consumer.DisposeAsync();

    [TestInitialize]
    public void Reset() => s_consumer.Reset();

    [TestMethod]
    public async Task IntegrationTest_starts_tests_measures_stops_and_says_passed()
    {
        var result = (await s_consumer.RunAsync("IntegrationTest")).AssertExit(ExitCode.Success);
        foreach (
            var line in new[]
            {
                $"✓ Starting Clock Service... OK (port {s_consumer.System.PortOf("clock")})",
                $"✓ Starting Greeter Service... OK (port {s_consumer.System.PortOf("greeter")})",
                "✓ All services healthy",
                "✓ Greeter Service",
                "✓ Integration test passed: 9 passed, 0 failed, 0 skipped",
                $"Report: {s_consumer.ReportPage}",
            }
        )
        {
            StringAssert.Contains(result.Output, line);
        }

        Assert.AreEqual("passed", s_consumer.Verdict);
        StringAssert.Contains(File.ReadAllText(s_consumer.ReportPage), "\"verdict\":\"passed\"");
        await s_consumer.System.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task A_failing_test_fails_the_build_and_the_verdict()
    {
        var result = await s_consumer.RunAsync("IntegrationTest", smoke: "fail");
        AssertFailed(result, "SUITE301", "1 of 8 tests failed");
        StringAssert.Matches(result.Output, new(@"tests.Smoke.\w+\.cs\(\d+\): error SUITE300: Smoke: \w+\.\w+ failed: "));
        StringAssert.Contains(result.Output, $"Report: {s_consumer.ReportPage}");
        StringAssert.Contains(File.ReadAllText(s_consumer.ReportPage), "\"verdict\":\"failed\"");
        await s_consumer.System.AssertNothingLeftAsync();
    }

    [TestMethod]
    [DataRow("kill-service", ErrorCodes.ServiceDied, "4 tests failed for one cause, SUITE207: Clock Service ended")]
    [DataRow("kill-database", ErrorCodes.PostgresDied, "2 tests failed for one cause, SUITE605: The run's PostgreSQL server ended")]
    public async Task Tests_whose_service_or_database_server_dies_are_one_error_with_the_cause_and_their_number(
        string smoke,
        string code,
        string says
    )
    {
        s_consumer.System.WriteManifest(Consumer.Clock with { Database = "clock" }, Consumer.Greeter);
        var result = await s_consumer.RunAsync("IntegrationTest", smoke);
        AssertFailed(result, code, says);
        Assert.DoesNotContain("OrphanTests.Asks_on_until_it_is_told_why_nobody_answers (1) failed", result.Output);
        await s_consumer.System.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task A_failing_test_of_a_classic_VSTest_project_fails_the_build_and_is_named()
    {
        var result = await s_consumer.RunAsync("IntegrationTest", smoke: "classic");
        AssertFailed(result, "SUITE301", "Classic: 1 of 1 tests failed");
        StringAssert.Contains(result.Output, ".The_clock_answers failed: ");
        await s_consumer.System.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task The_output_of_a_test_process_that_crashed_is_shown_and_kept_where_it_can_be_read()
    {
        var result = await s_consumer.RunAsync("ContractTest", smoke: "crash");
        AssertFailed(result, ErrorCodes.NoResults, "Its last lines:");
        StringAssert.Contains(result.Output, "    | ");
        StringAssert.Contains(result.Output, $"Log: {Path.Combine(s_consumer.Results, "Smoke.log")}");
        StringAssert.Contains(await File.ReadAllTextAsync(Path.Combine(s_consumer.Results, "Smoke.log")), "Process terminated.");
        await s_consumer.System.AssertNothingLeftAsync();
    }

    [TestMethod]
    [DataRow("crash", "it crashed while this ran: ", true)]
    [DataRow("kill", "it was killed, or ended itself", false)]
    [DataRow("wait", "it hung and was ended while this ran: Waits_until_it_may_end_when_told_so", true)]
    public async Task A_test_process_that_does_not_come_to_its_end_fails_the_build_with_the_reason_and_a_dump_that_is_private(
        string smoke,
        string how,
        bool leavesDump
    )
    {
        var result = await s_consumer.RunAsync("IntegrationTest", smoke, smoke == "wait" ? ["-p:IntegrationTestHangTimeout=10"] : []);
        AssertFailed(result, ErrorCodes.NoResults, $"Smoke: the test run did not come to its end; {how}");
        Assert.AreEqual(
            leavesDump,
            result.Output.Contains($"; its dump: {s_consumer.Dumps}{Path.DirectorySeparatorChar}Smoke.", StringComparison.Ordinal),
            result.ToString()
        );
        Assert.HasCount(leavesDump ? 1 : 0, Directory.GetFiles(s_consumer.Results, "*.dmp", SearchOption.AllDirectories));
        Assert.IsTrue(
            OperatingSystem.IsWindows()
                || File.GetUnixFileMode(s_consumer.Dumps) == (UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute)
        );
        await s_consumer.System.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task Tests_that_go_on_when_their_services_are_stopped_are_ended_with_the_cause()
    {
        (await s_consumer.RunAsync("Build")).AssertExit(ExitCode.Success);
        var tests = s_consumer.StartTests("wait");
        await Until.TrueAsync(() => File.Exists(s_consumer.Waiting), () => "the tests never ran");
        (await s_consumer.System.RunAsync("down")).AssertExit(ExitCode.Success);
        var result = await tests.EndAsync();
        Assert.AreNotEqual(0, result.ExitCode);
        Assert.HasCount(2, (result.Output + result.Error).Split($"error {ErrorCodes.StoppedInUse}: "), result.ToString());
        await s_consumer.System.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task A_service_that_dies_fails_the_tests_even_if_none_notices_and_the_report_has_the_cause()
    {
        (await s_consumer.RunAsync("Build")).AssertExit(ExitCode.Success);
        var tests = s_consumer.StartTests(
            "wait",
            "--report-trx",
            "--report-trx-filename",
            "dead.trx",
            "--results-directory",
            s_consumer.System.Folder
        );
        await Until.TrueAsync(() => File.Exists(s_consumer.Waiting), () => "the tests never ran");
        s_consumer.System.ServiceOf("clock").Process!.Kill();
        await Until.TrueAsync(
            () => s_consumer.System.EventText.Contains(ErrorCodes.ServiceDied, StringComparison.Ordinal),
            () => "its death was not seen"
        );
        await File.WriteAllTextAsync(s_consumer.MayEnd, "");
        var result = await tests.EndAsync();
        StringAssert.Contains(result.Output, "failed: 1");
        Assert.HasCount(2, (result.Output + result.Error).Split($"error {ErrorCodes.ServiceDied}: "), result.ToString());
        StringAssert.Contains(await File.ReadAllTextAsync(Path.Combine(s_consumer.System.Folder, "dead.trx")), ErrorCodes.ServiceDied);
        await s_consumer.System.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task Tests_that_do_not_get_their_services_are_called_off_with_the_cause_alone()
    {
        (await s_consumer.RunAsync("Build")).AssertExit(ExitCode.Success);
        s_consumer.System.WriteManifest(Consumer.Clock with { Mode = Mode.CrashAtStart }, Consumer.Greeter);
        var result = await s_consumer.StartTests().EndAsync();
        Assert.AreNotEqual(0, result.ExitCode);
        Assert.AreEqual("", result.Output.Trim());
        Assert.HasCount(2, result.AssertError(ErrorCodes.ExitedAtStart).Error.Split(": error "), result.ToString());
        await s_consumer.System.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task A_service_that_crashes_at_start_fails_the_build_before_any_test_runs()
    {
        s_consumer.System.WriteManifest(Consumer.Clock with { Mode = Mode.CrashAtStart }, Consumer.Greeter);
        var result = await s_consumer.RunAsync("IntegrationTest");
        AssertFailed(result, ErrorCodes.ExitedAtStart, "Clock Service ended with exit code 3 before it was healthy");
        StringAssert.Contains(result.Output, "0 passed, 0 failed, 0 skipped");
        await s_consumer.System.AssertNothingLeftAsync();
    }

    // SIGTERM ends `dotnet build` with exit code 0 on SDK 10: the verdict must not be fooled, nor an earlier one be taken for it.
    [TestMethod]
    [DataRow(ProcessSignal.Kill)]
    [DataRow(ProcessSignal.Terminate)]
    public async Task A_build_that_is_killed_or_terminated_during_the_tests_leaves_nothing_and_no_verdict(ProcessSignal signal)
    {
        s_consumer.LeaveVerdict("passed");
        s_consumer.LeaveReport();
        var build = s_consumer.Start("IntegrationTest", smoke: "wait");
        await Until.TrueAsync(
            () => File.Exists(s_consumer.Waiting) || (build.HasExited ? throw new AssertFailedException("it ended") : false),
            () => "the tests never ran",
            Consumer.Patience
        );
        build.Signal(signal);
        await build.EndAsync();
        await s_consumer.System.AssertNothingLeftAsync();
        Assert.IsNull(s_consumer.Verdict);
        Assert.IsFalse(File.Exists(s_consumer.ReportPage), "the page of an earlier run");
        Assert.AreEqual(s_consumer.ReportPage, RunReport.Write(s_consumer.System.Options.ArtifactsDirectory));
        Assert.DoesNotContain("\"verdict\":\"", File.ReadAllText(s_consumer.ReportPage));
    }

    [TestMethod]
    public async Task Services_that_were_started_to_stay_serve_a_test_executable_and_stay()
    {
        (await s_consumer.RunAsync("StartServices")).AssertExit(ExitCode.Success);
        var clock = s_consumer.System.ServiceOf("clock").Process!;
        (await s_consumer.StartTests().EndAsync()).AssertExit(ExitCode.Success);
        Assert.IsTrue(clock.IsAlive());
        (await s_consumer.RunAsync("StopServices")).AssertExit(ExitCode.Success);
        await s_consumer.System.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task Neither_the_callers_proxy_nor_his_settings_for_another_PostgreSQL_reach_the_tests()
    {
        s_consumer.Surroundings["http_proxy"] = "http://127.0.0.1:1";
        s_consumer.Surroundings["PGOPTIONS"] = "-c default_transaction_read_only=on";
        (await s_consumer.RunAsync("IntegrationTest")).AssertExit(ExitCode.Success);
        await s_consumer.System.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task A_fixed_port_among_those_of_outgoing_connections_is_a_warning_of_the_build()
    {
        (await s_consumer.RunAsync("Build")).AssertExit(ExitCode.Success);
        var port = s_consumer.System.PortOf("clock");
        var result = (await s_consumer.StartInNetwork((port - 1, port + 1), "StartServices").EndAsync()).AssertExit(ExitCode.Success);
        StringAssert.Contains(
            result.Output,
            $": warning {ErrorCodes.PortMayBeTaken}: This machine makes outgoing connections from ports {port - 1} to {port + 1}, "
        );
        StringAssert.Contains(result.Output, "✓ All services healthy");
        (await s_consumer.RunAsync("StopServices")).AssertExit(ExitCode.Success);
        await s_consumer.System.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task A_test_executable_connects_to_the_server_that_its_build_was_given_and_nobody_else_can_read_the_password()
    {
        const string Password = "a%40\"b\\c;d$e`é";
        await using var scratch = await ScratchServer.StartAsync();
        var server = PostgresAddress.Parse(scratch.Server.State.Url);
        await using (var role = NpgsqlDataSource.Create(server))
        await using (var command = role.CreateCommand($"ALTER ROLE {server.Username} PASSWORD '{Password}'"))
        {
            await command.ExecuteNonQueryAsync();
        }

        s_consumer.System.WriteManifest(Consumer.Clock with { Database = "clock" }, Consumer.Greeter);
        (await s_consumer.RunAsync("Build")).AssertExit(ExitCode.Success);

        s_consumer.Surroundings[LaunchOptions.PostgresVariable] = new NpgsqlConnectionStringBuilder(server.ConnectionString)
        {
            Password = Password,
        }.ConnectionString;
        (await s_consumer.RunAsync("Build")).AssertExit(ExitCode.Success);
        if (!OperatingSystem.IsWindows())
        {
            Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(s_consumer.LaunchFile));
        }

        s_consumer.Surroundings.Clear();
        (await s_consumer.StartTests().EndAsync()).AssertExit(ExitCode.Success);
        Assert.IsNull(s_consumer.System.State!.Postgres!.Process, "a private server was started");
        await s_consumer.System.AssertNothingLeftAsync();
    }

    private static void AssertFailed(CliResult result, string code, string says)
    {
        Assert.AreEqual(1, result.ExitCode, result.ToString());
        StringAssert.Contains(result.Output, $"error {code}: ");
        StringAssert.Contains(result.Output, says);
        // VSTest may print that of a test that failed; of the suite's own code there is never one.
        Assert.DoesNotMatchRegex(
            new Regex(@"^\s+at (IntegrationSuite|ServiceHost|TestKit|Migrations)\.", RegexOptions.Multiline | RegexOptions.ExplicitCapture),
            result.Output
        );
        Assert.AreEqual("failed", s_consumer.Verdict);
    }
}
