using System.Security.Cryptography;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Storage;
using IntegrationSuite.ServiceHost.Storage;

namespace IntegrationSuite.ServiceHost.State;

/// <summary>The folder of a run, and the names that follow from it.</summary>
internal sealed class RunFolder(LaunchOptions options)
{
    /// <summary>Its absolute path.</summary>
    public string Path { get; } = options.RunDirectory;

    /// <summary>This run's id, which nobody guesses and no other user sees.</summary>
    public string RunId { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    /// <summary>Where this run's control pipe is: in <see cref="PrivatePaths.Runtime"/>, as the path of a socket must be short.</summary>
    public string ControlPipe =>
        OperatingSystem.IsWindows()
            ? $"servicehost-{RunName.Of(RunId)}"
            : System.IO.Path.Combine(RunDirectory.PathOf(PrivatePaths.Runtime, RunId), "control");

    /// <summary>The supervisor's own log.</summary>
    public string OwnLog => System.IO.Path.Combine(Path, "servicehost.log");

    /// <summary>A service's log.</summary>
    public string LogOf(string service) => System.IO.Path.Combine(Path, "logs", service + ".log");

    /// <summary>Where a service's copy runs.</summary>
    public string StageOf(string service) => System.IO.Path.Combine(Path, "stage", service);

    /// <summary>Makes it, or makes sure that no other user can read or change it. Who may write beside the manifest decides what runs, and is trusted.</summary>
    /// <exception cref="SuiteException">It is not safe, or can't be made.</exception>
    public static void Open(LaunchOptions options)
    {
        try
        {
            PrivateFolder.Open(options.RunDirectory, below: System.IO.Path.GetDirectoryName(options.Manifest));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SuiteException(
                new SuiteError(ErrorCodes.RunDirectoryUnusable, $"The folder '{options.RunDirectory}' can't be written: {e.Message}")
            );
        }
    }

    /// <summary>Removes what an earlier run left here, but the lock.</summary>
    public void Clean()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path))
        {
            Directory.Delete(folder, recursive: true);
        }
        foreach (var file in Directory.EnumerateFiles(Path).Where(file => System.IO.Path.GetFileName(file) != "lock"))
        {
            File.Delete(file);
        }
        PrivateFolder.Open(System.IO.Path.Combine(Path, "logs"), below: Path);
    }
}
