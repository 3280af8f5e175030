using IntegrationSuite.ServiceHost.Client;
using Pipeline.Systems;

namespace Pipeline.Commands;

/// <summary>With too few files to open there is one clear error.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
public sealed class DescriptorLimitTests : SystemTest
{
    [TestMethod]
    [DataRow("64")]
    [DataRow("100")]
    [DataRow("255")]
    public async Task Too_few_files_to_open_is_one_error_that_says_how_to_raise_the_limit(string limit)
    {
        var system = SystemOf(new TestService("clock"));
        foreach (var command in new[] { "run -- true", "up", "doctor" })
        {
            var end = await system
                .StartIn(["sh", "-c", $"ulimit -n {limit}; exec \"$@\"", "sh", .. SmallSystem.ToolWords(command.Split(' '))])
                .EndAsync();
            end.AssertError(ErrorCodes.TooFewDescriptors, limit, "ulimit -n 1024");
            Assert.AreEqual((1, 1, ""), (end.ExitCode, end.Error.TrimEnd().Split('\n').Length, end.Output), command);
        }

        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task A_run_passes_with_as_many_as_it_asks_for()
    {
        var system = SystemOf(new TestService("notes") { Database = "notes" });
        (
            await system.StartIn(["sh", "-c", "ulimit -n 260; exec \"$@\"", "sh", .. SmallSystem.ToolWords("run", "--", "true")]).EndAsync()
        ).AssertExit(ExitCode.Success);
    }
}
