using System.Text;
using CliWrap;
using IntegrationSuite.Tasks.Selection.Fingerprints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Pipeline.Systems;

namespace Pipeline.Selection;

/// <summary>A fingerprint is of what runs, and not of where or of which commit it was built.</summary>
[TestClass]
public sealed class FingerprintTests
{
    // A type that is local to its file has a hash of the path in its name.
    private const string Source =
        "public static class Shop { public static int Price() { return Till.Sum; } } file static class Till { public static int Sum = 7; }";

    private readonly string _folder = Directory.CreateTempSubdirectory("prints-").FullName;

    [TestCleanup]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void The_same_source_in_another_folder_of_another_commit_has_the_same_fingerprint() =>
        Assert.AreEqual(PrintOf(Source, "/home/a/shop", "1.0.0+aaaaaaa"), PrintOf(Source, "/srv/build/shop", "1.0.0+bbbbbbb"));

    [TestMethod]
    public void Other_code_has_another_fingerprint() =>
        Assert.AreNotEqual(PrintOf(Source, "/a", "1.0.0"), PrintOf(Source.Replace('7', '8'), "/a", "1.0.0"));

    /// <summary>It is the same code, and another share of its lines may be covered.</summary>
    [TestMethod]
    public void Another_break_of_lines_has_another_fingerprint() =>
        Assert.AreNotEqual(PrintOf(Source, "/a", "1.0.0"), PrintOf(Source.Replace("return ", "return\n"), "/a", "1.0.0"));

    [TestMethod]
    public void Another_setting_beside_the_assembly_has_another_fingerprint()
    {
        File.WriteAllText(Path.Combine(_folder, "appsettings.json"), "{}");
        var before = FolderContent.OfOutput(_folder);
        File.WriteAllText(Path.Combine(_folder, "appsettings.json"), "{ }");
        Assert.AreNotEqual(before, FolderContent.OfOutput(_folder));
    }

    [TestMethod]
    public void What_a_test_run_left_is_no_part_of_an_output()
    {
        var before = FolderContent.OfOutput(_folder);
        Directory.CreateDirectory(Path.Combine(_folder, "TestResults"));
        File.WriteAllText(Path.Combine(_folder, "TestResults", "a.trx"), "");
        Assert.AreEqual(before, FolderContent.OfOutput(_folder));
    }

    [TestMethod]
    public void Of_a_command_counts_what_git_does_not_ignore()
    {
        Git("init", "-q");
        Write(".gitignore", "*.log\ndist/\n");
        Write("server.js", "1");
        var before = CommandContent.Of(_folder, ["node", "server.js"], []);
        Write("today.log", "noise");
        Assert.AreEqual(before, CommandContent.Of(_folder, ["node", "server.js"], []));
        Write("new.js", "not added yet");
        Assert.AreNotEqual(before, CommandContent.Of(_folder, ["node", "server.js"], []));
    }

    [TestMethod]
    public void What_inputs_name_counts_also_where_git_ignores_it_and_nothing_else()
    {
        Git("init", "-q");
        Write(".gitignore", "dist/\n");
        Write("dist/server.js", "1");
        Write("notes.md", "1");
        var before = CommandContent.Of(_folder, ["node"], ["dist/**"]);
        Write("notes.md", "2");
        Assert.AreEqual(before, CommandContent.Of(_folder, ["node"], ["dist/**"]));
        Write("dist/server.js", "2");
        Assert.AreNotEqual(before, CommandContent.Of(_folder, ["node"], ["dist/**"]));
    }

    [TestMethod]
    public void Nobody_can_say_what_a_command_runs_outside_of_git() => Assert.IsNull(CommandContent.Of(_folder, ["node"], []));

    private string PrintOf(string source, string root, string version)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, $"{Guid.NewGuid():N}")).FullName;
        var path = $"{root}/Shop.cs";
        var info = $"[assembly: System.Reflection.AssemblyInformationalVersion(\"{version}\")]";
        var compilation = CSharpCompilation.Create(
            "Shop",
            [Tree(source, path), Tree(info, $"{root}/obj/Shop.AssemblyInfo.cs")],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, deterministic: true)
        );
        using var assembly = File.Create(Path.Combine(folder, "Shop.dll"));
        using var symbols = File.Create(Path.Combine(folder, "Shop.pdb"));
        var options = new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb, pdbFilePath: $"{root}/obj/Shop.pdb");
        Assert.IsTrue(compilation.Emit(assembly, symbols, options: options).Success);
        assembly.Close();
        symbols.Close();
        return FolderContent.OfOutput(folder);
    }

    private static SyntaxTree Tree(string source, string path) =>
        CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8, SourceHashAlgorithm.Sha256), path: path);

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, file))!);
        File.WriteAllText(Path.Combine(_folder, file), text);
    }

    private void Git(params string[] arguments) =>
        Assert.IsTrue(Programs.End(Cli.Wrap("git").WithWorkingDirectory(_folder).WithArguments(arguments)).IsSuccess);
}
