using IntegrationSuite.ServiceHost.Client;
using Pipeline.Systems;

namespace Pipeline.Builds;

/// <summary>A service of several target frameworks, whose output is not below its <c>bin/</c>.</summary>
[TestClass]
[DoNotParallelize]
public sealed class OutputTests
{
    [TestMethod]
    public async Task A_service_of_several_target_frameworks_is_found_in_UseArtifactsOutput_by_the_build_and_by_the_tool()
    {
        await using var consumer = new Consumer();
        consumer.Reset();
        var properties = Path.Combine(consumer.System.Folder, "Directory.Build.props");
        await File.WriteAllTextAsync(
            properties,
            (await File.ReadAllTextAsync(properties)).Replace(
                "<ImplicitUsings>",
                "<UseArtifactsOutput>true</UseArtifactsOutput><ImplicitUsings>",
                StringComparison.Ordinal
            )
        );
        // The app host of the older one would have to be fetched.
        await File.WriteAllTextAsync(
            Path.Combine(consumer.System.Folder, TestService.DotNetFolder, "Greeter.csproj"),
            """<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework /><TargetFrameworks>net8.0;net10.0</TargetFrameworks><UseAppHost>false</UseAppHost></PropertyGroup></Project>"""
        );

        var built = (await consumer.RunAsync("IntegrationTest", "", "-p:CoverageThreshold=1")).AssertExit(ExitCode.Success);
        StringAssert.Contains(built.Output, "✓ Greeter Service");
        (await consumer.System.RunAsync("run", "--", "true")).AssertExit(ExitCode.Success);
        await consumer.System.AssertNothingLeftAsync();
    }
}
