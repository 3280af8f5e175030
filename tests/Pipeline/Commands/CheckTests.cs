using System.Text.Json.Nodes;
using IntegrationSuite.ServiceHost.Client;
using Pipeline.Systems;

namespace Pipeline.Commands;

/// <summary><c>servicehost check</c>.</summary>
[TestClass]
public sealed class CheckTests : SystemTest
{
    [TestMethod]
    public async Task What_each_service_would_be_given_is_printed_without_secrets_and_nothing_is_started()
    {
        var system = SystemOf(
            new TestService("clock")
            {
                Database = "clock",
                Command = new JsonArray("node", "-p", "${port}", "two words"),
                Env =
                {
                    ["API_TOKEN"] = "abc",
                    ["HEAT"] = "${env:CHECK_HEAT}",
                    ["DB"] = "${database.ado}",
                    ["EMPTY"] = "",
                },
                Keys =
                {
                    ["before"] = new JsonArray("make ${name}"),
                    ["health"] = new JsonObject { ["status"] = "200-299" },
                    ["migrations"] = ".",
                    ["placeholders"] = new JsonObject { ["owner"] = "${env:CHECK_HEAT}", ["password"] = "abc" },
                },
            },
            new TestService("late")
            {
                DependsOn = ["clock"],
                Keys =
                {
                    ["port"] = null,
                    ["health"] = new JsonObject { ["log"] = "on (?<port>\\d+)" },
                },
            }
        );
        var result = await system.StartWith(new() { ["CHECK_HEAT"] = "hot-secret" }, "check").EndAsync();
        result.AssertExit(ExitCode.Success);
        foreach (
            var line in new[]
            {
                "clock (Clock Service)",
                $"  runs         node -p {system.PortOf("clock")} 'two words'",
                "  before it    make clock",
                "  healthy once GET /health answers 200-299",
                $"  environment  PORT={system.PortOf("clock")}",
                "  environment  DATABASE_URL=postgresql://clock:***@127.0.0.1:5432/clock",
                "  environment  API_TOKEN=***",
                "  environment  HEAT=<your CHECK_HEAT>",
                "  environment  EMPTY=",
                "  in its SQL   ${owner} is <your CHECK_HEAT>",
                "  in its SQL   ${password} is ***",
                "  after        clock",
                "  environment  LATE_SERVICE_URL=http://127.0.0.1:…",
            }
        )
        {
            StringAssert.Contains(result.Output, line + "\n");
        }
        Assert.IsFalse(
            result.Output.Contains("hot-secret", StringComparison.Ordinal) || result.Output.Contains("abc", StringComparison.Ordinal)
        );
        Assert.IsFalse(Directory.Exists(system.Options.ArtifactsDirectory));
    }

    [TestMethod]
    public async Task A_manifest_that_is_wrong_is_told_as_a_start_would_tell_it()
    {
        var system = SystemOf(new TestService("clock") { Env = { ["X"] = "${prot}", ["Y"] = "y" } });
        (await system.RunAsync("check")).AssertExit(ExitCode.BadInput).AssertError(ErrorCodes.UnknownReference, "${prot}");
        system.WriteManifest(new TestService("clock") { Env = { ["X"] = "${env:NOT_SET_BY_ANYBODY}" } });
        (await system.RunAsync("check")).AssertExit(ExitCode.BadInput).AssertError(ErrorCodes.VariableNotSet, "NOT_SET_BY_ANYBODY");
    }
}
