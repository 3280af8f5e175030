using CliWrap.Buffered;

namespace Packages;

/// <summary>The release gate in a repository that has nothing of this one but its packages.</summary>
[TestClass]
[DoNotParallelize]
public sealed class ReleaseTests
{
    // Nothing of the package is for the service's own code, or for whoever installs it.
    private const string Gate = """
        <RequireIntegrationTest>true</RequireIntegrationTest></PropertyGroup>
        <ItemGroup><PackageReference Include="IntegrationSuite" Version="{0}" PrivateAssets="all" ExcludeAssets="compile;runtime" /></ItemGroup>
        <PropertyGroup>
        """;

    [TestMethod]
    public async Task A_service_is_released_only_as_it_was_tested()
    {
        var sample = new Sample(SharedFeed.Feed, "release");
        sample.Change("Notes/Notes.csproj", "<Nullable>", string.Format(null, Gate, SharedFeed.Feed.Version) + "<Nullable>");

        AssertRefused(await sample.RunAsync("publish", "Notes", "-c", "Release"), "SUITE710"); // there is no verdict
        (await sample.BuildAsync("IntegrationTest", "-c", "Release")).AssertSuccess();
        AssertRefused(await sample.RunAsync("publish", "Notes", "-c", "Debug"), "SUITE713");
        AssertRefused(await sample.RunAsync("publish", "Notes", "-c", "Release", "-p:CoverageThreshold=99"), "SUITE712");

        (await sample.RunAsync("publish", "Notes", "-c", "Release", "-o", "out")).AssertSuccess();
        Assert.IsTrue(File.Exists(Path.Combine(sample.Folder, "out", "Notes.dll")));
        Assert.IsFalse(File.Exists(Path.Combine(sample.Folder, "out", "TestKit.dll")));
        StringAssert.Contains(
            (await sample.ServiceHostAsync("verify", "out")).AssertSuccess().StandardOutput,
            "✓ notes is as it was tested"
        );

        sample.Change("Notes/Program.cs", "WebApplication", "/* one character more */ WebApplication");
        AssertRefused(await sample.RunAsync("publish", "Notes", "-c", "Release"), "SUITE713");
        AssertRefused(await sample.RunAsync("pack", "Notes", "-c", "Release"), "SUITE713");
    }

    private static void AssertRefused(BufferedCommandResult result, string code)
    {
        Assert.AreEqual(1, result.ExitCode, result.StandardOutput);
        StringAssert.Contains(result.StandardOutput, $"error {code}: ");
    }
}
