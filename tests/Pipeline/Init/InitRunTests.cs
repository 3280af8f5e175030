using IntegrationSuite.ServiceHost.Client;
using Pipeline.Systems;

namespace Pipeline.Init;

/// <summary>From a repository that knows nothing of the suite to its services, healthy.</summary>
[TestClass]
public sealed class InitRunTests : InitTest
{
    [TestMethod]
    public async Task A_stock_project_with_a_database_runs_with_the_manifest_that_was_written()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "Foreign", "Cases", "1-stock-dotnet", "Shop");
        foreach (var file in new[] { "Shop.csproj", "Program.cs" })
        {
            Write($"Shop/{file}", await File.ReadAllTextAsync(Path.Combine(source, file)));
        }
        Write("Shop/appsettings.json", """{ "ConnectionStrings": { "Shop": "Host=localhost;Database=shop" } }""");
        var output = Directory.CreateDirectory(PathOf("Shop/bin/Debug/net10.0")).FullName;
        foreach (var file in Directory.EnumerateFiles(BuiltWith.ShopOutput))
        {
            File.Copy(file, Path.Combine(output, Path.GetFileName(file)));
        }
        (await InitAsync()).AssertExit(ExitCode.Success);
        string[] ask = ["sh", "-c", "curl -sf \"$SHOP_SERVICE_URL/products\""];
        using var run = new CliProcess(Until.Patience, Folder, [], SmallSystem.ToolWords(["run", "--ports", "dynamic", "--", .. ask]));
        StringAssert.Contains((await run.EndAsync()).AssertExit(ExitCode.Success).Output, "\"count\":42");
    }
}
