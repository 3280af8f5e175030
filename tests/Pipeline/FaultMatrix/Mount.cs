using Pipeline.Systems;

namespace Pipeline.FaultMatrix;

/// <summary>A mount over a folder, which root alone may make. It ends when disposed.</summary>
internal sealed class Mount : IDisposable
{
    private readonly string _folder;

    private Mount(string folder) => _folder = folder;

    /// <summary>A disk of 1 MiB.</summary>
    public static Mount Memory(string folder) => Over(folder, ["-t", "tmpfs", "-o", "size=1m", "tmpfs"]);

    /// <summary>The folder itself, not to be written.</summary>
    /// <remarks>Made in another place first: over the folder itself, a file that is opened for writing before the mount is read-only would forbid that.</remarks>
    public static Mount ReadOnly(string folder)
    {
        var aside = Directory.CreateTempSubdirectory("read-only-");
        try
        {
            Directory.CreateDirectory(folder);
            using var source = Over(aside.FullName, ["--bind", folder]);
            Programs.Run("mount", "-o", "remount,bind,ro", aside.FullName);
            return Over(folder, ["--bind", aside.FullName]);
        }
        finally
        {
            aside.Delete();
        }
    }

    /// <summary>Takes it away, also while files are open in it.</summary>
    public void Dispose() => Programs.Run("umount", "-l", _folder);

    /// <summary>Skips the test where no mount can be made.</summary>
    public static void RequireRoot()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            Assert.Inconclusive("Only root, on Linux, can make a disk full or a folder read-only for himself.");
        }
    }

    private static Mount Over(string folder, IEnumerable<string> words)
    {
        RequireRoot();
        Directory.CreateDirectory(folder);
        Programs.Run("mount", [.. words, folder]);
        return new Mount(folder);
    }
}
