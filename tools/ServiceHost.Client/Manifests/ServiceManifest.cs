using System.Text;
using IntegrationSuite.ServiceHost.Client.Storage;

namespace IntegrationSuite.ServiceHost.Client.Manifests;

/// <summary>What to start: <c>services.json</c>, read and checked.</summary>
/// <param name="File">Its absolute path.</param>
/// <param name="Services">The services, in its order.</param>
public sealed record ServiceManifest(string File, IReadOnlyList<ServiceEntry> Services)
{
    /// <summary>The file's usual name.</summary>
    public const string DefaultFileName = "services.json";

    /// <summary>The port of the run's own PostgreSQL server; 0 when any free one will do.</summary>
    public int PostgresPort { get; init; }

    /// <summary>Reads and checks a manifest.</summary>
    /// <exception cref="SuiteException">All mistakes that it has, each with its place.</exception>
    public static ServiceManifest Read(string file) => new ManifestReader(file).Read();

    /// <summary>Checks what will stand in a manifest, before it is written.</summary>
    /// <param name="file">Where it will be: its paths are from there.</param>
    /// <param name="text">What it will say.</param>
    /// <exception cref="SuiteException">All mistakes that it has.</exception>
    public static void Check(string file, string text) => new ManifestReader(file).Read(Encoding.UTF8.GetBytes(text));

    /// <summary>The manifest in a folder or the nearest one above it.</summary>
    /// <exception cref="SuiteException">There is none, or it is another user's, who may have put it above this folder (in <c>/tmp</c>, say).</exception>
    public static string FindUpward(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            var found = Path.Combine(at, DefaultFileName);
            if (System.IO.File.Exists(found))
            {
                return IsTrusted(found)
                    ? found
                    : throw new SuiteException(
                        new SuiteError(
                            ErrorCodes.FolderNotSafe,
                            $"'{found}' is another user's. It says which programs are started: if you trust its owner, name it with --manifest.",
                            File: found
                        )
                    );
            }
        }
        throw new SuiteException(
            new SuiteError(ErrorCodes.ManifestUnreadable, $"No {DefaultFileName} in '{folder}' or above it. Give one with --manifest.")
        );
    }

    private static bool IsTrusted(string file) =>
        OperatingSystem.IsWindows() || FileStatus.TryRead(file) is not { } status || Users.IsTrusted(status.User);
}
