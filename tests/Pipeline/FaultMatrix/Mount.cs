using System.Diagnostics;

namespace Pipeline.FaultMatrix;

/// <summary>A mount over a folder, which root alone may make. It ends when disposed.</summary>
internal sealed class Mount : IDisposable
{
    private readonly string _folder;

    private Mount(string folder) => _folder = folder;

    /// <summary>A disk of 1 MiB.</summary>
    public static Mount Memory(string folder) => Over(folder, ["-t", "tmpfs", "-o", "size=1m", "tmpfs"]);

    /// <summary>The folder itself, not to be written.</summary>
    public static Mount ReadOnly(string folder)
    {
        var mount = Over(folder, ["--bind", folder]);
        Run("mount", "-o", "remount,bind,ro", folder);
        return mount;
    }

    /// <summary>Takes it away, also while files are open in it.</summary>
    public void Dispose() => Run("umount", "-l", _folder);

    private static Mount Over(string folder, IEnumerable<string> words)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            Assert.Inconclusive("Only root, on Linux, can make a disk full or a folder read-only for himself.");
        }

        Directory.CreateDirectory(folder);
        Run("mount", [.. words, folder]);
        return new Mount(folder);
    }

    private static void Run(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.AreEqual(0, process.ExitCode, program);
    }
}
