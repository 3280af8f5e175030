using ServiceHost.Client.Storage;

namespace ServiceHost.Client.Manifests;

/// <summary>What to start: <c>services.json</c>, read and checked.</summary>
/// <param name="File">Its absolute path.</param>
/// <param name="Services">The services, in its order.</param>
public sealed record ServiceManifest(string File, IReadOnlyList<ServiceEntry> Services)
{
    /// <summary>The file's usual name.</summary>
    public const string DefaultFileName = "services.json";

    /// <summary>Reads and checks a manifest.</summary>
    /// <exception cref="SuiteException">All mistakes that it has, each with its place.</exception>
    public static ServiceManifest Read(string file) => new ManifestReader(file).Read();

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

/// <summary>A service of the manifest.</summary>
/// <param name="Name">Its name: lower case letters, digits and hyphens.</param>
/// <param name="Title">Its name in messages.</param>
/// <param name="Project">The absolute path of its .NET project, unless it has a command.</param>
/// <param name="Command">Program and arguments, unless it has a project.</param>
/// <param name="Port">Its port.</param>
/// <param name="Health">The path that answers 200 once it is healthy.</param>
/// <param name="DependsOn">The services that must be healthy before it starts.</param>
/// <param name="Database">The database it wants.</param>
/// <param name="Migrations">The absolute folder of that database's migrations.</param>
/// <param name="Env">More environment for it.</param>
/// <param name="WorkingDirectory">The absolute folder it runs in, when it is not the default.</param>
/// <param name="StartTimeout">Seconds until it must be healthy, when it is not the default.</param>
/// <param name="StopTimeout">Seconds until it must have stopped, when it is not the default.</param>
/// <param name="Coverage">Whether its coverage is measured and gated.</param>
/// <param name="Line">Where it stands in the manifest, from 1.</param>
/// <param name="Column">The column, from 1.</param>
public sealed record ServiceEntry(
    string Name,
    string Title,
    string? Project,
    IReadOnlyList<string>? Command,
    int Port,
    string Health,
    IReadOnlyList<string> DependsOn,
    string? Database,
    string? Migrations,
    IReadOnlyDictionary<string, string> Env,
    string? WorkingDirectory,
    double? StartTimeout,
    double? StopTimeout,
    bool Coverage,
    int Line,
    int Column
);
