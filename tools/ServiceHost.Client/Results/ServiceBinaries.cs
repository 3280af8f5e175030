using System.Security.Cryptography;

namespace IntegrationSuite.ServiceHost.Client.Results;

/// <summary>A .NET service's assemblies: those that lie in one folder with its own. Builds are deterministic, so the same sources give the same.</summary>
/// <param name="Assembly">The file name of its own.</param>
/// <param name="Files">File name → SHA-256 of its content, in hexadecimal.</param>
internal sealed record ServiceBinaries(string Assembly, IReadOnlyDictionary<string, string> Files)
{
    /// <summary>Those of a build.</summary>
    /// <param name="assembly">The path of the service's own assembly.</param>
    public static ServiceBinaries Of(string assembly) =>
        new(Path.GetFileName(assembly), In(Path.GetDirectoryName(Path.GetFullPath(assembly))!));

    /// <summary>The assemblies of a folder, without those below it.</summary>
    public static IReadOnlyDictionary<string, string> In(string folder) =>
        Directory.EnumerateFiles(folder, "*.dll").Order(StringComparer.Ordinal).ToDictionary(file => Path.GetFileName(file), HashOf);

    /// <summary>What of a folder's is not as it was tested, by name; empty when all is.</summary>
    /// <param name="others">The folder's (<see cref="In"/>).</param>
    public IReadOnlyList<string> DifferingFrom(IReadOnlyDictionary<string, string> others)
    {
        var changed = others.Where(other => Files.GetValueOrDefault(other.Key) != other.Value).Select(other => other.Key);
        return others.ContainsKey(Assembly) ? [.. changed] : [$"{Assembly} (missing)", .. changed];
    }

    private static string HashOf(string file)
    {
        using var content = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}
