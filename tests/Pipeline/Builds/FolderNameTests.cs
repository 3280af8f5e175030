using IntegrationSuite.ServiceHost.Client;
using Pipeline.Systems;

namespace Pipeline.Builds;

/// <summary>A folder may have any name that MSBuild can build in; one in which it can't is one clear error.</summary>
[TestClass]
[DoNotParallelize]
public sealed class FolderNameTests
{
    [TestMethod]
    public async Task A_folder_may_have_blanks_letters_of_any_language_and_what_means_something_to_MSBuild_or_a_shell()
    {
        await using var consumer = new Consumer("a b é;#'$HOME&(1)`");
        consumer.Reset();
        StringAssert.Contains(
            (await consumer.RunAsync("IntegrationTest")).AssertExit(ExitCode.Success).Output,
            "passed: 9 passed, 0 failed, 0 skipped"
        );
        Assert.IsTrue(File.Exists(Path.Combine(consumer.System.Options.ArtifactsDirectory, "report", "coverage", "index.html")));
        (await consumer.RunAsync("StartServices")).AssertExit(ExitCode.Success);
        (await consumer.StartTests().EndAsync()).AssertExit(ExitCode.Success);
        (await consumer.RunAsync("StopServices")).AssertExit(ExitCode.Success);
        await consumer.System.AssertNothingLeftAsync();
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("tests/Smoke")]
    public async Task A_folder_in_which_MSBuild_would_unescape_a_letter_is_one_clear_error(string project)
    {
        await using var consumer = new Consumer("per%41cent");
        consumer.Reset();
        var result = await consumer.RunAsync("Build", "", Path.Combine(consumer.System.Folder, project));
        Assert.AreEqual(1, result.ExitCode, result.ToString());
        Assert.AreEqual(
            $"error {ErrorCodes.UnbuildableFolder}",
            string.Join(
                ' ',
                result
                    .Output.Split('\n')
                    .SelectMany(line => line.Split(": "))
                    .Where(part => part.StartsWith("error ", StringComparison.Ordinal))
                    .Distinct()
            )
        );
        StringAssert.Contains(result.Output, $"MSBuild can't build in the folder '{Path.Combine(consumer.System.Folder, project)}'");
    }
}
