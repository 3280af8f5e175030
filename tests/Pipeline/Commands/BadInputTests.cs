using IntegrationSuite.ServiceHost.Client;
using Pipeline.Systems;

namespace Pipeline.Commands;

[TestClass]
public sealed class BadInputTests : SystemTest
{
    [TestMethod]
    [DataRow("up --start-timeout -1", ErrorCodes.BadOption, "The start timeout must be above 0")]
    [DataRow("up --stop-timeout 0", ErrorCodes.BadOption, "The stop timeout must be above 0")]
    [DataRow("up --start-timeout soon", ErrorCodes.BadOption, "soon")]
    [DataRow("up --ports sideways", ErrorCodes.BadOption, "sideways")]
    [DataRow("up --colour", ErrorCodes.BadOption, "--colour")]
    [DataRow("dance", ErrorCodes.BadOption, "dance")]
    [DataRow("run", ErrorCodes.BadOption, "servicehost run -- ")]
    [DataRow("up --manifest nowhere.json", ErrorCodes.ManifestUnreadable, "nowhere.json")]
    [DataRow("logs", ErrorCodes.BadOption, "logs")]
    public async Task Bad_input_gives_one_clear_error_and_starts_nothing(string arguments, string code, string says)
    {
        var system = SystemOf(new TestService("clock"));
        var result = (await system.RunAsync(arguments.Split(' '))).AssertExit(ExitCode.BadInput).AssertError(code, says);
        Assert.HasCount(2, result.Error.Split(": error "), result.ToString());
        Assert.IsNull(system.State);
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task A_mistake_in_the_manifest_is_told_with_file_line_and_column()
    {
        var system = SystemOf(new TestService("clock"));
        File.WriteAllText(
            system.Manifest,
            "{\n  \"services\": [\n    { \"name\": \"clock\", \"command\": \"node\", \"port\": \"high\" }\n  ]\n}\n"
        );
        var result = (await system.RunAsync("up")).AssertExit(ExitCode.BadInput);
        StringAssert.StartsWith(
            result.Error,
            $"{system.Manifest}(3,51): error {ErrorCodes.ManifestBadValue}: Service 'clock': 'port' must be a whole number"
        );
    }

    [TestMethod]
    public async Task Where_no_manifest_is_found_the_error_says_how_to_give_one()
    {
        var system = SystemOf(new TestService("clock"));
        File.Delete(system.Manifest);
        (await system.RunAsync("up")).AssertExit(ExitCode.BadInput).AssertError(ErrorCodes.ManifestUnreadable, "--manifest");
    }

    [TestMethod]
    public async Task A_project_that_was_not_built_is_named_with_the_command_that_builds_it()
    {
        var system = SystemOf(new TestService("front") { DotNet = true });
        Directory.Delete(Path.Combine(system.Folder, TestService.DotNetFolder, "bin"), recursive: true);
        (await system.RunAsync("up"))
            .AssertExit(ExitCode.Failed)
            .AssertError(ErrorCodes.NotBuilt, "Front Service is not built", "dotnet build");
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task A_program_that_does_not_exist_is_named()
    {
        var system = SystemOf(new TestService("clock") { Command = "no-such-program --port" });
        (await system.RunAsync("up"))
            .AssertExit(ExitCode.Failed)
            .AssertError(ErrorCodes.LaunchFailed, "Clock Service can't be launched", "no-such-program");
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task A_run_folder_that_cannot_be_written_is_named()
    {
        var system = SystemOf(new TestService("clock"));
        File.WriteAllText(Path.Combine(system.Folder, "artifacts"), "in the way");
        (await system.RunAsync("up")).AssertExit(ExitCode.Failed).AssertError(ErrorCodes.RunDirectoryUnusable, system.Options.RunDirectory);
    }
}
