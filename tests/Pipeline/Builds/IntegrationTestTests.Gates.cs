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

/// <summary>What a build lets through, and what not.</summary>
public sealed partial class IntegrationTestTests
{
    [TestMethod]
    public async Task A_concern_whose_tests_are_all_skipped_is_no_pass()
    {
        var result = await s_consumer.RunAsync("ContractTest", smoke: "skip");
        AssertFailed(
            result,
            ErrorCodes.NoTests,
            "No test of the concern Contracts ran: all 9 were skipped (Assert.Inconclusive. told so)."
        );
        StringAssert.Contains(result.Output, "0 passed, 0 failed, 9 skipped");
        Assert.IsFalse(result.Output.Contains(ErrorCodes.NoResults, StringComparison.Ordinal), result.ToString());
        await s_consumer.System.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task Two_services_of_one_project_are_built_started_and_measured_each()
    {
        s_consumer.System.WriteManifest(Consumer.Clock, Consumer.Greeter, Consumer.Twin);
        var result = (await s_consumer.RunAsync("IntegrationTest", "", "-p:CoverageThreshold=1")).AssertExit(ExitCode.Success);
        StringAssert.Contains(result.Output, $"✓ Starting Twin Service... OK (port {s_consumer.System.PortOf("twin")})");
        StringAssert.Contains(result.Output, "✓ Greeter Service");
        StringAssert.Contains(result.Output, "✓ Twin Service");
        (await s_consumer.StartTests().EndAsync()).AssertExit(ExitCode.Success);
        await s_consumer.System.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task A_service_whose_coverage_is_too_low_is_named_with_its_figure()
    {
        var result = await s_consumer.RunAsync("IntegrationTest", smoke: "few", "-p:CoverageThreshold=99");
        AssertFailed(result, "SUITE501", "Coverage of Greeter Service is ");
        await s_consumer.System.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task A_gate_that_only_warns_says_what_would_fail_and_fails_nothing()
    {
        string[] properties = ["-p:CoverageThreshold=99", "-p:IntegrationTestGates=coverage=warn contracts=off"];
        var result = (await s_consumer.RunAsync("IntegrationTest", smoke: "few", properties)).AssertExit(ExitCode.Success);
        StringAssert.Contains(result.Output, "warning SUITE501: Coverage of Greeter Service is ");
        Assert.AreEqual("passed", s_consumer.Verdict);
        await s_consumer.System.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task The_coverage_of_a_service_that_had_to_be_killed_is_incomplete_not_low()
    {
        s_consumer.System.WriteManifest(
            Consumer.Clock,
            Consumer.Greeter with
            {
                Env = new() { ["IGNORE_SIGTERM"] = "yes" },
                StopTimeout = 0.5,
            }
        );
        var result = await s_consumer.RunAsync("IntegrationTest");
        AssertFailed(result, "SUITE401", "Greeter Service");
        StringAssert.Contains(result.Output, "error SUITE502: Coverage of Greeter Service is incomplete");
        Assert.IsFalse(result.Output.Contains("SUITE501", StringComparison.Ordinal), result.ToString());
        await s_consumer.System.AssertNothingLeftAsync();
    }

    [TestMethod]
    [DataRow("ServiceStopTimeout", "-1")]
    [DataRow("IntegrationTestHangTimeout", "0")]
    public async Task A_bad_property_is_one_clear_error(string property, string value)
    {
        var result = await s_consumer.RunAsync("IntegrationTest", "", $"-p:{property}={value}");
        AssertFailed(result, ErrorCodes.BadOption, $"The property {property} is '{value}'");
        await s_consumer.System.AssertNothingLeftAsync();
    }
}
