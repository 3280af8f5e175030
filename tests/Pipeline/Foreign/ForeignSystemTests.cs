using System.Text.RegularExpressions;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using Pipeline.Systems;

namespace Pipeline.Foreign;

/// <summary>Small systems written as public ones are: their code does not know this suite, and their manifest is what their team would write.</summary>
[TestClass]
public sealed class ForeignSystemTests
{
    private static readonly string s_cases = Path.Combine(AppContext.BaseDirectory, "Foreign", "Cases");

    // Blanks, as many a folder has.
    private readonly string _folder = Directory.CreateTempSubdirectory("foreign systems ").FullName;

    private readonly List<TestPort> _ports = [];

    public static IEnumerable<object[]> Cases =>
        from folder in Directory.EnumerateDirectories(s_cases).Order(StringComparer.Ordinal)
        from ports in new[] { "fixed", "dynamic" }
        select new object[] { Path.GetFileName(folder), ports };

    [TestCleanup]
    public void RemoveFolder()
    {
        _ports.ForEach(port => port.Dispose());
        Directory.Delete(_folder, recursive: true);
    }

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public async Task A_system_runs_unchanged_or_fails_with_the_error_that_it_must(string name, string ports)
    {
        CopyCase(name);
        var result = await RunAsync("run", "--ports", ports, "--", "bash", "./check");
        var expected = Path.Combine(_folder, "expect-error");
        if (!File.Exists(expected))
        {
            result.AssertExit(ExitCode.Success);
            return;
        }
        Assert.AreNotEqual(0, result.ExitCode, result.ToString());
        foreach (var line in await File.ReadAllLinesAsync(expected))
        {
            StringAssert.Contains(result.Error, line);
        }
    }

    private async Task<CliResult> RunAsync(params string[] arguments)
    {
        using var command = new CliProcess(Until.Patience, _folder, [], SmallSystem.ToolWords(arguments));
        return await command.EndAsync();
    }

    private void CopyCase(string name)
    {
        var source = Path.Combine(s_cases, name);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(_folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        if (Directory.Exists(Path.Combine(_folder, "Shop")))
        {
            CopyShop();
        }
        GivePorts();
    }

    // Their own may be another's on this machine.
    private void GivePorts()
    {
        var manifest = Path.Combine(_folder, ServiceManifest.DefaultFileName);
        File.WriteAllText(manifest, Regex.Replace(File.ReadAllText(manifest), "(?<=\"port\": )\\d+", _ => TakePort()));
    }

    private string TakePort()
    {
        _ports.Add(TestPort.Take());
        return $"{_ports[^1].Number}";
    }

    // As it was built with the tests.
    private void CopyShop()
    {
        var output = Directory.CreateDirectory(Path.Combine(_folder, "Shop", "bin", "Debug", "net10.0")).FullName;
        foreach (var file in Directory.EnumerateFiles(BuiltWith.ShopOutput))
        {
            File.Copy(file, Path.Combine(output, Path.GetFileName(file)));
        }
    }
}
