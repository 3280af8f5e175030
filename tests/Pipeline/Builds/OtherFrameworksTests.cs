using IntegrationSuite.ServiceHost.Client;

namespace Pipeline.Builds;

/// <summary>Whoever tests with another framework, or an older one, joins all the same.</summary>
[TestClass]
[DoNotParallelize]
public sealed class OtherFrameworksTests
{
    [TestMethod]
    public async Task Tests_of_other_frameworks_find_the_services_and_one_that_fails_is_named_and_fails_the_build()
    {
        await using var consumer = new Consumer("", "Xunit/WithXunit", "Nunit/WithNUnit", "Older/WithOlderMSTest");
        consumer.Reset();
        var result = await consumer.RunAsync("ContractTest", smoke: "others");
        Assert.AreEqual(1, result.ExitCode, result.ToString());
        StringAssert.Contains(result.Output, "✗ Integration test failed: 3 passed, 3 failed, 0 skipped");
        foreach (
            var test in new[]
            {
                "WithXunit: WithXunit.Tests.Fails_when_told_so",
                "WithNUnit: Tests.Fails_when_told_so",
                "WithOlderMSTest: Tests.Fails_when_told_so",
            }
        )
        {
            StringAssert.Contains(result.Output, $"error {ErrorCodes.TestFailed}: {test} failed: ");
        }

        await consumer.System.AssertNothingLeftAsync();
    }
}
