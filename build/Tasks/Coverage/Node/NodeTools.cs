using System.Security.Cryptography;
using CliWrap;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Storage;

namespace IntegrationSuite.Tasks.Coverage.Node;

/// <summary>c8, which makes a report of V8's counts: npm fetches it once into the user's cache, each package by the hash that <c>package-lock.json</c> has. No script of a package runs at that.</summary>
internal sealed class NodeTools
{
    private static readonly string s_own = Path.Combine(Path.GetDirectoryName(typeof(NodeTools).Assembly.Location)!, "node");
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);

    private readonly Lazy<Task<string>> _folder = new(GetAsync);

    /// <summary>The script that makes a report.</summary>
    public static string ReportScript => Path.Combine(s_own, "report.cjs");

    /// <summary>Where it is, fetched if need be. The same failure for whoever asks.</summary>
    /// <exception cref="IOException">It can't be fetched. The message says why.</exception>
    public Task<string> FolderAsync() => _folder.Value;

    private static async Task<string> GetAsync()
    {
        var lockFile = await File.ReadAllBytesAsync(Path.Combine(s_own, "package-lock.json"));
        var parent = PrivateFolder.Open(Path.Combine(PrivatePaths.Cache(), "npm"), passable: Users.IsRoot); // its PostgreSQL may lie there too
        var folder = Path.Combine(parent, $"coverage-{Convert.ToHexStringLower(SHA256.HashData(lockFile))[..16]}");
        if (!Directory.Exists(folder))
        {
            await CacheEntry.CreateAsync(folder, FetchAsync);
        }
        return folder;
    }

    private static async Task FetchAsync(string folder)
    {
        foreach (var file in new[] { "package.json", "package-lock.json" })
        {
            File.Copy(Path.Combine(s_own, file), Path.Combine(folder, file));
        }
        var npm =
            ProgramPath.Known("npm") ?? throw new IOException("Node's coverage takes c8, which npm fetches, and npm is not on the PATH.");
        var run = await ProgramRun.RunAsync(
            Cli.Wrap(npm)
                .WithWorkingDirectory(folder)
                .WithArguments(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]),
            s_patience
        );
        if (run.ExitCode != 0)
        {
            throw new IOException(
                $"Node's coverage takes c8, and 'npm ci' could not fetch it (exit code {run.ExitCode}): {HarmlessText.OneLine(run.Error + run.Output, most: 500)}"
            );
        }
    }
}
