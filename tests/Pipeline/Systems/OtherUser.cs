using System.Globalization;
using CliWrap;
using IntegrationSuite.ServiceHost.Client.Storage;

namespace Pipeline.Systems;

/// <summary>Another user of this machine, made for one test and removed after it. Only root can make one.</summary>
internal sealed class OtherUser : IDisposable
{
    private readonly string _name = $"pipeline-{Guid.NewGuid().ToString("N")[..12]}";

    private OtherUser()
    {
        Programs.Run("useradd", "--no-create-home", "--no-user-group", "--gid", "nogroup", "--shell", "/bin/sh", _name);
        Id = uint.Parse(
            File.ReadLines("/etc/passwd").First(line => line.StartsWith(_name + ":", StringComparison.Ordinal)).Split(':')[2],
            CultureInfo.InvariantCulture
        );
    }

    public uint Id { get; }

    public string Name => _name;

    /// <summary>Makes one; without root the test is inconclusive.</summary>
    public static OtherUser Make()
    {
        if (!OperatingSystem.IsLinux() || !Users.IsRoot)
        {
            Assert.Inconclusive("Only root, on Linux, can make another user.");
        }

        return new OtherUser();
    }

    /// <summary>Gives a file, folder or link to the user.</summary>
    public void Own(string path) => Programs.Run("chown", "--no-dereference", _name, path);

    /// <summary>A command line as the user.</summary>
    public string[] Words(params string[] words) =>
        ["setpriv", $"--reuid={Id.ToString(CultureInfo.InvariantCulture)}", "--regid=65534", "--clear-groups", "--", .. words];

    /// <summary>Runs a shell command as the user, to its end.</summary>
    /// <returns>What it printed.</returns>
    public string Sh(string command, params (string Name, string Value)[] environment)
    {
        var words = Words("sh", "-c", command + " 2>&1");
        var variables = environment.ToDictionary(variable => variable.Name, string? (variable) => variable.Value);
        return Programs
            .End(Cli.Wrap(words[0]).WithArguments(words[1..]).WithWorkingDirectory("/").WithEnvironmentVariables(variables))
            .StandardOutput;
    }

    public void Dispose()
    {
        Programs.Run("userdel", _name);
        foreach (
            var folder in new[] { "/tmp", "/dev/shm", "/var/tmp" }.SelectMany(shared =>
                Directory.EnumerateDirectories(shared, $"servicehost-{Id}*")
            )
        )
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
