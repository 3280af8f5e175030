using IntegrationSuite.ServiceHost.Client;
using Pipeline.Systems;

namespace Pipeline.Starting;

/// <summary>What a manifest takes from whoever starts it: single variables, and files of them.</summary>
[TestClass]
public sealed class CallersVariableTests : SystemTest
{
    private const string Variable = "OVEN_TEMPERATURE";

    [TestMethod]
    public async Task A_variable_of_the_caller_reaches_the_service_by_the_name_that_the_manifest_gives_it()
    {
        var system = SystemOf(
            new TestService("clock") { Env = { ["HEAT"] = $"${{env:{Variable}}}°", ["MODE_OF_HEAT"] = "${env:NONE:-top}" } }
        );
        await system.StartWith(new() { [Variable] = "200" }, "up").SaysAsync("Ctrl+C stops them.");
        using var http = new HttpClient();
        var environment = await http.GetStringAsync(system.UrlOf("clock") + "/environment");
        StringAssert.Contains(environment, "\"HEAT\":\"200°\"");
        StringAssert.Contains(environment, "\"MODE_OF_HEAT\":\"top\"");
    }

    [TestMethod]
    public async Task A_variable_that_the_caller_has_not_set_is_an_error_before_anything_starts()
    {
        var system = SystemOf(new TestService("clock"), new TestService("front") { Env = { ["HEAT"] = $"${{env:{Variable}}}" } });
        (await system.RunAsync("up"))
            .AssertExit(ExitCode.BadInput)
            .AssertError(
                ErrorCodes.VariableNotSet,
                $"Front Service needs the environment variable '{Variable}'",
                $"${{env:{Variable}:-…}}"
            );
        Assert.IsFalse(system.Events.Any(each => each.Kind == RunEventKind.ServiceStarted));
    }

    [TestMethod]
    public async Task A_file_of_variables_is_read_as_dotenv_does_and_the_manifest_overrides_it()
    {
        var system = SystemOf(new TestService("clock") { Env = { ["COLOUR"] = "blue" }, Keys = { ["envFile"] = "clock.env" } });
        await File.WriteAllTextAsync(
            Path.Combine(system.Folder, "clock.env"),
            "# how it is baked\nHEAT=200\nexport CRUST='thin and # crisp'\nCOLOUR=red\nEMPTY=\nREF=${port}\n"
        );
        await system.HoldAsync();
        using var http = new HttpClient();
        var environment = await http.GetStringAsync(system.UrlOf("clock") + "/environment");
        foreach (var pair in new[] { "\"HEAT\":\"200\"", "\"CRUST\":\"thin and # crisp\"", "\"COLOUR\":\"blue\"", "\"EMPTY\":\"\"" })
        {
            StringAssert.Contains(environment, pair);
        }
    }
}
