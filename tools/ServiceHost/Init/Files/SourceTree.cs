using System.IO.Enumeration;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.Init.Files;

/// <summary>The files of a repository that people write: no build output, no packages, nothing behind a link.</summary>
internal static class SourceTree
{
    private static readonly string[] s_skipped = ["bin", "obj", "node_modules", "artifacts", "dist"];

    /// <summary>The files below a folder whose names are wanted, in a fixed order.</summary>
    public static IReadOnlyList<string> Find(string folder, Func<string, bool> wanted) =>
        [
            .. new FileSystemEnumerable<string>(
                folder,
                (ref entry) => entry.ToFullPath(),
                new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }
            )
            {
                ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && IsShown(entry.FileName) && wanted(entry.FileName.ToString()),
                ShouldRecursePredicate = (ref entry) => !IsSkipped(entry.FileName.ToString()),
            }.Order(StringComparer.Ordinal),
        ];

    /// <summary>A path as a manifest has it.</summary>
    public static string Relative(string root, string path) => Path.GetRelativePath(root, path).Replace('\\', '/');

    /// <summary>Whether a folder is there, in another or the same, and not behind a link.</summary>
    public static bool IsWithin(string folder, string root)
    {
        var way = Path.GetRelativePath(root, folder);
        return Directory.Exists(folder) && !Path.IsPathRooted(way) && way.Split('/', '\\')[0] != ".." && !HasLink(folder, root);
    }

    /// <summary>Whether a file is there, in a folder or below it, and not behind a link.</summary>
    public static bool HasFile(string file, string root) =>
        File.Exists(file) && new FileInfo(file).LinkTarget is null && IsWithin(Path.GetDirectoryName(file)!, root);

    private static bool HasLink(string folder, string root)
    {
        for (var at = new DirectoryInfo(folder); at is not null && Path.GetRelativePath(root, at.FullName) != "."; at = at.Parent)
        {
            if (at.LinkTarget is not null)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether a name or path has none of the characters that a manifest refuses.</summary>
    public static bool IsShown(ReadOnlySpan<char> name)
    {
        foreach (var character in name)
        {
            if (HarmlessText.IsHarmful(character))
            {
                return false;
            }
        }
        return true;
    }

    private static bool IsSkipped(string name) => name.StartsWith('.') || s_skipped.Contains(name) || !IsShown(name);
}
