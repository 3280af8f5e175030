using System.Text;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.Tasks.Coverage;
using Pipeline.Systems;

namespace Pipeline.Coverage;

/// <summary>What counts of a service in Node.</summary>
[TestClass]
public sealed class NodeReportTests : IDisposable
{
    private readonly NodeScripts _scripts = new();

    public void Dispose() => _scripts.Dispose();

    [TestMethod]
    public async Task All_of_its_package_counts_also_what_was_never_loaded_but_nothing_that_is_installed_generated_or_a_test()
    {
        _scripts.Write("web/package.json", "{}");
        _scripts.Write("web/src/server.js", "require('lib');\nrequire('../../shared');\nrequire('./greet');\n" + NodeScripts.Stay);
        _scripts.Write("web/src/greet.js", "exports.greet = (name) => {\n  return name;\n};\n");
        _scripts.Write("web/src/never.js", "exports.never = 1;\n");
        _scripts.Write("web/node_modules/lib/index.js", "exports.lib = () => {\n  return 1;\n};\n");
        _scripts.Write("web/src/greet.test.js", "throw new Error();\n");
        _scripts.Write("web/bin/Debug/net10.0/copy.js", "exports.copy = 1;\n");
        _scripts.Write("shared.js", "exports.shared = 1;\n");
        _scripts.Write("other/server.js", "exports.other = 1;\n");
        await _scripts.RunAsync("web/src/server.js");
        AssertFiles(_scripts.Collect(), "greet.js 2/3", "never.js 0/1", "server.js 4/4");
    }

    [TestMethod]
    public async Task What_the_manifest_excludes_does_not_count()
    {
        _scripts.Write("package.json", "{}");
        _scripts.Write("server.js", NodeScripts.Stay);
        _scripts.Write("old/never.js", "exports.never = 1;\n");
        await _scripts.RunAsync("server.js");
        AssertFiles(_scripts.Collect("**/old/**"), "server.js 1/1");
    }

    [TestMethod]
    public async Task What_was_made_of_sources_counts_as_these_by_its_source_map()
    {
        _scripts.Write("package.json", "{}");
        _scripts.Write(
            "src/server.ts",
            "const a: number = 1;\nif (a > 1) {\n  throw new Error();\n}\nsetInterval(() => {}, 1000); console.log('up');\n"
        );
        _scripts.Write("src/never.ts", "export const never: number = 1;\n");
        _scripts.Write("dist/server.js", Built("server.ts", "const a = 1;", "if (a > 1) {", "  throw new Error();", "}", NodeScripts.Stay));
        _scripts.Write("dist/never.js", Built("never.ts", "exports.never = 1;"));
        await _scripts.RunAsync("dist/server.js");
        AssertFiles(_scripts.Collect(), "never.ts 0/1", "server.ts 3/5");
        AssertFiles(_scripts.Collect("src/never.ts"), "server.ts 3/5");
    }

    [TestMethod]
    public async Task A_script_without_a_package_counts_with_what_lies_beside_it()
    {
        _scripts.Write("wall/server.js", NodeScripts.Stay);
        _scripts.Write("wall/never.js", "exports.never = 1;\n");
        _scripts.Write("other/server.js", "exports.other = 1;\n");
        await _scripts.RunAsync("wall/server.js");
        AssertFiles(_scripts.Collect(), "never.js 0/1", "server.js 1/1");
    }

    [TestMethod]
    public async Task Two_starts_count_together()
    {
        _scripts.Write("server.js", "if (process.env.HOW) {\n  console.log('a');\n} else {\n  console.log('b');\n}\n" + NodeScripts.Stay);
        await _scripts.RunAsync("server.js");
        await _scripts.RunAsync("server.js", environment: new() { ["HOW"] = "so" });
        AssertFiles(_scripts.Collect(), "server.js 6/6");
    }

    [TestMethod]
    public async Task A_service_that_Node_only_starts_is_not_measured_and_told_so()
    {
        var tool = Path.Combine(Path.GetDirectoryName(_scripts.Folder)!, "node_modules", "tool.js");
        _scripts.Write(tool, NodeScripts.Stay);
        _scripts.Write("page.js", "exports.page = 1;\n");
        await _scripts.RunAsync(tool);
        Assert.AreEqual("Node ran nothing of its own", _scripts.Collect().NotMeasured);
    }

    [TestMethod]
    public async Task Counts_that_were_cut_short_are_an_error_that_names_the_service_and_the_file()
    {
        _scripts.Write("server.js", NodeScripts.Stay);
        await _scripts.RunAsync("server.js");
        var counts = Directory.EnumerateFiles(Path.Combine(_scripts.Coverage, "v8")).Single();
        File.WriteAllText(counts, File.ReadAllText(counts)[..100]);
        var error = new CoverageGate(0, ["line"]).Check(_scripts.Collect()).Single();
        Assert.AreEqual((ErrorCodes.CoverageToolFailed, "web"), (error.Code, error.Service));
        StringAssert.Contains(error.Message, "The coverage of Web can't be made into a report: ");
        StringAssert.Contains(error.Message, Path.GetFileName(counts));
    }

    /// <summary>What a compiler makes of lines: the same, and where each of its characters comes from (Source Map Revision 3).</summary>
    private static string Built(string source, params string[] lines)
    {
        var mappings = string.Join(
            ';',
            lines.Select((line, i) => LineStart(i, lines) + string.Concat(Enumerable.Repeat(",CAAC", line.Length - 1)))
        );
        var map = $$"""{"version":3,"file":"a.js","sources":["../src/{{source}}"],"names":[],"mappings":"{{mappings}}"}""";
        return string.Join('\n', lines)
            + $"\n//# sourceMappingURL=data:application/json;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(map))}\n";
    }

    // One line down, and back from the last character of the line before.
    private static string LineStart(int line, string[] lines) => line == 0 ? "AAAA" : "AAC" + Base64Vlq(1 - lines[line - 1].Length);

    private static string Base64Vlq(int number)
    {
        const string digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        var text = "";
        for (var left = (Math.Abs(number) << 1) | (number < 0 ? 1 : 0); text.Length == 0 || left > 0; left >>= 5)
        {
            text += digits[(left & 31) | (left > 31 ? 32 : 0)];
        }
        return text;
    }

    private static void AssertFiles(ServiceCoverage coverage, params string[] files)
    {
        Assert.AreEqual((null, null, null), (coverage.Fault?.Message, coverage.Incomplete, coverage.NotMeasured));
        var counted = coverage.Figures.Files.Select(file => $"{Path.GetFileName(file.File)} {file.Lines.Covered}/{file.Lines.Total}");
        Assert.AreEqual(string.Join(", ", files), string.Join(", ", counted.Order(StringComparer.Ordinal)));
    }
}
