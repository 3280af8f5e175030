// dotnet run build/Notices/Notices.cs > THIRD-PARTY-NOTICES.txt: the packages whose files lie in packages of ours, with their licences.
// It reads what the two projects restored (project.assets.json) and each package's .nuspec.
using System.Text.Json;
using System.Xml.Linq;

string[] projects = ["tools/ServiceHost", "tools/MutationTesting", "build/Tasks"];

// Its targets alone are used, or the user's own MSBuild has it.
string[] left =
[
    "Meziantou.Analyzer",
    "MinVer",
    "Microsoft.Build.Framework",
    "Microsoft.Build.Utilities.Core",
    "Microsoft.NET.StringTools",
];

// Its .nuspec gives an address in place of a licence; that one leads to this.
var known = new Dictionary<string, string> { ["dotenv.net"] = "MIT" };

var packages = projects.SelectMany(Packages).DistinctBy(package => package.Id).OrderBy(package => package.Id).ToList();
Console.WriteLine("IntegrationSuite and IntegrationSuite.ServiceHost contain files of these packages.");
foreach (var package in packages)
{
    Console.WriteLine($"\n{package.Id}\n  {package.Copyright}\n  {package.Project}\n  Licence: {package.Licence}");
}

foreach (var licence in packages.GroupBy(package => package.Licence))
{
    Console.WriteLine(
        $"\n{new string('=', 80)}\n{licence.Key}: {string.Join(", ", licence.Select(each => each.Id))}\n\n{licence.First().Text.Trim()}"
    );
}

IEnumerable<Package> Packages(string project)
{
    using var assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(project, "obj", "project.assets.json")));
    var folders = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
    return
    [
        .. from library in assets.RootElement.GetProperty("libraries").EnumerateObject()
        where library.Value.GetProperty("type").ValueEquals("package") && !left.Contains(library.Name.Split('/')[0])
        let path = library.Value.GetProperty("path").GetString()!
        select Read(folders.Select(folder => Path.Combine(folder, path)).First(Directory.Exists)),
    ];
}

Package Read(string folder)
{
    var metadata = XDocument.Load(Directory.EnumerateFiles(folder, "*.nuspec").Single()).Root!.Elements().First();
    string? Value(string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value;
    var licence = metadata.Elements().FirstOrDefault(element => element.Name.LocalName == "license");
    var id = Value("id")!;
    var expression = licence?.Value ?? known[id];
    var file = licence?.Attribute("type")?.Value == "file" ? Path.Combine(folder, expression.Replace('\\', '/')) : null;
    return new Package(
        id,
        Value("copyright") ?? $"Copyright (c) {Value("authors")}",
        Value("projectUrl") ?? "",
        file is null ? expression : $"as in its package ({id})",
        File.ReadAllText(file ?? Path.Combine("build", "Notices", $"{expression}.txt"))
    );
}

internal sealed record Package(string Id, string Copyright, string Project, string Licence, string Text);
