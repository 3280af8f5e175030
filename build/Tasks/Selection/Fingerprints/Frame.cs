using System.Runtime.InteropServices;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.Tasks.Selection.Fingerprints;

/// <summary>What every test of a run rests on, by its name: when one of these is another, all tests run.</summary>
internal static class Frame
{
    private const string SystemFile = "/etc/os-release";

    /// <summary>The suite itself: what is loaded into the build, and the tool that starts the services.</summary>
    /// <param name="serviceHost">The path of <c>servicehost.dll</c>.</param>
    public static string OfSuite(string serviceHost) =>
        Digest.Of(
            new[] { typeof(Frame).Assembly.Location, serviceHost }
                .Select(file => Path.GetDirectoryName(file)!)
                .Select(folder =>
                    FolderContent.Of(folder, Directory.EnumerateFiles(folder, "*.dll").Select(file => Path.GetFileName(file)))
                )
        );

    /// <summary>The operating system and its version; not its kernel's, which is the machine's under a container.</summary>
    public static string OfSystem() =>
        Digest.Of([
            $"{RuntimeInformation.OSArchitecture}",
            .. File.Exists(SystemFile)
                ? File.ReadLines(SystemFile)
                    .Where(line =>
                        line.StartsWith("ID=", StringComparison.Ordinal) || line.StartsWith("VERSION_ID=", StringComparison.Ordinal)
                    )
                : [RuntimeInformation.OSDescription],
        ]);

    /// <summary>Which server programs there are, and which server was given.</summary>
    /// <param name="given">Its connection string, if any.</param>
    public static string OfPostgres(string? given) =>
        Digest.Of([
            given ?? "",
            Environment.GetEnvironmentVariable("POSTGRES_SOURCES") ?? "",
            .. PostgresFolders
                .OnPath(Environment.GetEnvironmentVariable("PATH"))
                .Concat(PostgresFolders.Installed())
                .Select(folder => new FileInfo(Path.Combine(folder, OperatingSystem.IsWindows() ? "postgres.exe" : "postgres")))
                .Where(program => program.Exists)
                .Select(program => $"{program.FullName} {program.Length} {program.LastWriteTimeUtc:O}"),
        ]);
}
