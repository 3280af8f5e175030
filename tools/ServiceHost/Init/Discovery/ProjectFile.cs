using System.Xml.Linq;
using IntegrationSuite.ServiceHost.Init.Files;

namespace IntegrationSuite.ServiceHost.Init.Discovery;

/// <summary>What kind of program a project is.</summary>
internal enum ProjectKind
{
    /// <summary>Nothing that is started.</summary>
    Other,

    /// <summary>It listens on a port.</summary>
    Web,

    /// <summary>It runs without one.</summary>
    Worker,
}

/// <summary>A .NET project, as far as its file says. It is not evaluated: that would take an SDK, and run what it imports.</summary>
internal sealed class ProjectFile
{
    private const string WebSdk = "Microsoft.NET.Sdk.Web";
    private const string WorkerSdk = "Microsoft.NET.Sdk.Worker";
    private const string WebFramework = "Microsoft.AspNetCore.App";
    private static readonly string[] s_testPackages = ["MSTest", "xunit", "NUnit", "TUnit", "Microsoft.NET.Test.Sdk", "IntegrationSuite"];
    private static readonly string[] s_testProperties = ["IsTestProject", "EnableMSTestRunner", "IntegrationTestConcern"];

    private readonly XElement _root;

    /// <summary>Reads it.</summary>
    /// <exception cref="Client.SuiteException">It is no XML: SUITE118.</exception>
    public ProjectFile(string file) => (File, _root) = (file, InputFile.Xml(file));

    /// <summary>Its path.</summary>
    public string File { get; }

    /// <summary>Its folder.</summary>
    public string Folder => Path.GetDirectoryName(File)!;

    /// <summary>Its name, without the extension.</summary>
    public string Name => Path.GetFileNameWithoutExtension(File);

    /// <summary>The packages that it names itself.</summary>
    public IEnumerable<string> Packages => Included("PackageReference");

    /// <summary>The projects that it refers to and that are there.</summary>
    public IEnumerable<string> References =>
        Included("ProjectReference").Select(path => Path.GetFullPath(path.Replace('\\', '/'), Folder)).Where(System.IO.File.Exists);

    /// <summary>What it is.</summary>
    public ProjectKind Kind =>
        IsTest || IsLibrary ? ProjectKind.Other
        : Sdks.Contains(WebSdk) || (Included("FrameworkReference").Contains(WebFramework) && OutputType == "EXE") ? ProjectKind.Web
        : Sdks.Contains(WorkerSdk) ? ProjectKind.Worker
        : ProjectKind.Other;

    /// <summary>It, and the projects that it refers to, and those that they refer to.</summary>
    public IReadOnlyList<ProjectFile> WithReferences()
    {
        var found = new Dictionary<string, ProjectFile> { [File] = this };
        for (var open = new Queue<ProjectFile>([this]); open.TryDequeue(out var next); )
        {
            foreach (var file in next.References.Where(file => !found.ContainsKey(file)))
            {
                open.Enqueue(found[file] = new ProjectFile(file));
            }
        }
        return [.. found.Values];
    }

    private bool IsTest =>
        Sdks.Any(IsOfTests)
        || Packages.Any(IsOfTests)
        || s_testProperties.Any(name => Property(name) is { Length: > 0 } value && value != "FALSE");

    private bool IsLibrary => OutputType == "LIBRARY";

    private string? OutputType => Property("OutputType");

    // "Microsoft.NET.Sdk.Web", "Microsoft.NET.Sdk.Web/10.0.1", several with ';', or as an element.
    private IEnumerable<string> Sdks =>
        ((string?)_root.Attribute("Sdk") ?? "")
            .Split(';', StringSplitOptions.TrimEntries)
            .Concat(Elements("Sdk").Select(sdk => (string?)sdk.Attribute("Name") ?? ""))
            .Concat(Elements("Import").Select(import => (string?)import.Attribute("Sdk") ?? ""))
            .Select(sdk => sdk.Split('/')[0]);

    private static bool IsOfTests(string name) =>
        s_testPackages.Any(package => name.StartsWith(package, StringComparison.OrdinalIgnoreCase));

    private string? Property(string name) => Elements(name).LastOrDefault()?.Value.Trim().ToUpperInvariant();

    private IEnumerable<string> Included(string item) =>
        Elements(item).Select(each => (string?)each.Attribute("Include") ?? "").Where(name => name.Length > 0);

    // By local name: old projects have a namespace.
    private IEnumerable<XElement> Elements(string name) => _root.Descendants().Where(element => element.Name.LocalName == name);
}
