using Pipeline.Systems;
using ServiceHost.Client;

namespace Pipeline.Builds;

[TestClass]
[DoNotParallelize]
public sealed class DeadServiceTests
{
    [TestMethod]
    public async Task A_project_that_gets_no_services_since_one_has_died_is_not_said_to_have_broken_too()
    {
        await using var consumer = new Consumer("", "Smoke/Smoke", "Xunit/WithXunit", "Older/WithOlderMSTest");
        consumer.Reset();
        var build = consumer.Start("IntegrationTest", smoke: "wait");
        await Until.TrueAsync(
            () => File.Exists(consumer.Waiting) || (build.HasExited ? throw new AssertFailedException("it ended") : false),
            () => "the tests never ran",
            Consumer.Patience
        );
        consumer.System.ServiceOf("clock").Process!.Kill();
        await Until.TrueAsync(
            () => consumer.System.EventText.Contains(ErrorCodes.ServiceDied, StringComparison.Ordinal),
            () => "its death was not seen"
        );
        await File.WriteAllTextAsync(consumer.MayEnd, "");

        var result = await build.EndAsync();

        Assert.AreEqual(1, result.ExitCode, result.ToString());
        StringAssert.Contains(result.Output, $"error {ErrorCodes.ServiceDied}: ");
        Assert.DoesNotContain(ErrorCodes.NoResults, result.Output, result.ToString());
        Assert.AreEqual("failed", consumer.Verdict);
        await consumer.System.AssertNothingLeftAsync();
    }
}
