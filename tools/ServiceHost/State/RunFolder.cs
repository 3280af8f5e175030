using System.Security.Cryptography;
using System.Text;
using ServiceHost.Client;

namespace ServiceHost.State;

/// <summary>The folder of a run, and the names that follow from it.</summary>
internal sealed class RunFolder
{
    public RunFolder(LaunchOptions options)
    {
        Path = options.RunDirectory;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path)))[..12];
        RunIdPrefix = hash + "-";
        RunId = RunIdPrefix + Guid.NewGuid().ToString("N")[..12];
        ControlPipe = OperatingSystem.IsWindows() ? $"servicehost-{RunId}" : System.IO.Path.Combine(SharedFolder.Path, RunId);
    }

    /// <summary>Its absolute path.</summary>
    public string Path { get; }

    /// <summary>What the id of every run in this folder begins with: who holds the folder's lock knows that all other processes with it are leftovers.</summary>
    public string RunIdPrefix { get; }

    /// <summary>This run's id.</summary>
    public string RunId { get; }

    /// <summary>Where this run's control pipe is.</summary>
    public string ControlPipe { get; }

    /// <summary>The supervisor's own log.</summary>
    public string OwnLog => System.IO.Path.Combine(Path, "servicehost.log");

    /// <summary>A service's log.</summary>
    public string LogOf(string service) => System.IO.Path.Combine(Path, "logs", service + ".log");

    /// <summary>Where a service's copy runs.</summary>
    public string StageOf(string service) => System.IO.Path.Combine(Path, "stage", service);

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
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "logs"));
    }
}
