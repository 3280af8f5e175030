using System.Text.RegularExpressions;
using IntegrationSuite.ServiceHost.Init.Files;

namespace IntegrationSuite.ServiceHost.Init.Discovery;

/// <summary>The packages of Node's that count: where one has workspaces, of those below it only the workspaces.</summary>
internal static class NodeWorkspace
{
    /// <summary>Those below a folder that can be started.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="open">Takes what was left out.</param>
    /// <exception cref="Client.SuiteException">A <c>package.json</c> is malformed: SUITE118.</exception>
    public static IReadOnlyList<NodePackage> Startable(string root, List<string> open)
    {
        var all = SourceTree.Find(root, name => name == "package.json").Select(file => new NodePackage(file)).ToList();
        var tops = all.Where(package => package.Workspaces.Count > 0).ToList();
        var startable = all.Where(package => package.Start is not null && tops.TrueForAll(top => Counts(package, top))).ToList();
        foreach (
            var top in startable.Where(package => tops.Contains(package) && startable.Exists(other => IsBelow(other, package))).ToList()
        )
        {
            startable.Remove(top);
            open.Add($"{SourceTree.Relative(root, top.File)}: its script 'start' was left out, since its workspaces have their own.");
        }
        return startable;
    }

    private static bool Counts(NodePackage package, NodePackage top) =>
        !IsBelow(package, top) || Matches(SourceTree.Relative(top.Folder, package.Folder), top.Workspaces);

    private static bool IsBelow(NodePackage package, NodePackage top) =>
        package.Folder.StartsWith(top.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // The last that matches counts; one with '!' takes back.
    private static bool Matches(string folder, IEnumerable<string> globs) =>
        globs.LastOrDefault(glob => Pattern(glob.TrimStart('!')).IsMatch(folder)) is { } last && last[0] != '!';

    private static Regex Pattern(string glob)
    {
        var escaped = Regex.Escape(glob.Trim().TrimEnd('/').Replace("./", "", StringComparison.Ordinal));
        var pattern = escaped.Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal);
        return new Regex($@"^{pattern}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }
}
