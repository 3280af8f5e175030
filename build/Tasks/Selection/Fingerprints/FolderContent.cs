using System.Security.Cryptography;
using System.Text;

namespace IntegrationSuite.Tasks.Selection.Fingerprints;

/// <summary>What files say, by their names from a folder on: the same in another clone.</summary>
internal static class FolderContent
{
    /// <summary>Of all files of a build's output. Symbols count with their assemblies; what test runs leave does not.</summary>
    public static string OfOutput(string folder) =>
        Of(
            folder,
            Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file))
                .Where(file => Path.GetExtension(file) != ".pdb" && !IsOfRuns(file))
        );

    /// <summary>Of all files of a folder; of one that is not there it is empty.</summary>
    public static string OfAll(string folder) =>
        Directory.Exists(folder)
            ? Of(
                folder,
                Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file))
            )
            : "";

    /// <summary>Of these files.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="files">Their paths in it.</param>
    public static string Of(string folder, IEnumerable<string> files) =>
        Digest.Of(
            files
                .Order(StringComparer.Ordinal)
                .AsParallel()
                .AsOrdered()
                .Select(file => $"{file.Replace('\\', '/')} {OfFile(Path.Combine(folder, file))}")
        );

    /// <summary>Of one file.</summary>
    public static string OfFile(string file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (Path.GetExtension(file) is not (".dll" or ".exe") || !AssemblyContent.TryAppend(hash, file))
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // How services start is written beside the tests, with this clone's paths; the manifest and the properties count by themselves.
    private static bool IsOfRuns(string file) => file == "integration-suite.json" || file.Split('/', '\\')[0] is "TestResults";
}
