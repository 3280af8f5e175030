using ServiceHost.Client;
using ServiceHost.Postgres.Shared;
using ServiceHost.Postgres.Unix;

namespace ServiceHost.Postgres.Private;

/// <summary>The data directory of a run's own server.</summary>
internal static class DataDirectory
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const string Name = "servicehost-postgres-";
    private const string MarkFile = "servicehost.run";
    private const string DiskFolder = "/var/tmp";
    private const string MemoryFolder = "/dev/shm";
    private const long GibiByte = 1L << 30;

    /// <summary>Where it goes: into memory when there is plenty; else below the run; else, when the server's user does not get there, into a folder of its own.</summary>
    public static string PathFor(DatabaseServerOptions options, UnprivilegedUser? user)
    {
        var name = Name + options.RunId;
        return HasPlentyOfMemory() ? Path.Combine(MemoryFolder, name)
            : user is null || UnprivilegedUser.ReachesInto(options.RunDirectory) ? Path.Combine(options.RunDirectory, name)
            : Path.Combine(DiskFolder, name);
    }

    /// <summary>Those of the runs whose ids begin so, wherever they went.</summary>
    public static IEnumerable<string> OfRuns(string runDirectory, string runIdPrefix) =>
        new[] { MemoryFolder, runDirectory, DiskFolder }.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateDirectories(folder, Name + runIdPrefix + "*"));

    /// <summary>Those outside of any run's folder whose supervisor is dead, with the ids of their runs.</summary>
    public static IEnumerable<(string Path, string RunId)> OfDeadRuns() =>
        new[] { MemoryFolder, DiskFolder }.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateDirectories(folder, Name + "*"))
            .Where(path => ReadMark(path) is { } mark && RunMark.IsOfDeadRun(mark))
            .Select(path => (path, Path.GetFileName(path)[Name.Length..]));

    /// <summary>Makes it from a cluster. What an earlier run left there is removed.</summary>
    public static async Task CreateAsync(string path, Cluster cluster, UnprivilegedUser? user, CancellationToken cancel)
    {
        Remove(path);
        CreateFolder(path, user);
        var mark = new RunMark(Path.GetFileName(path)[Name.Length..], ProcessIdentities.Own);
        await File.WriteAllTextAsync(Path.Combine(path, MarkFile), mark.Comment, cancel); // first, so that whoever finds it knows whose it is
        await Task.Run(() => Copy(new DirectoryInfo(cluster.DataDirectory), path, user, cancel), cancel);
    }

    /// <summary>Removes it, if it is there, with the shared memory that a killed server left.</summary>
    /// <exception cref="IOException">It can't be removed.</exception>
    public static void Remove(string path)
    {
        if (Directory.Exists(path))
        {
            SharedMemory.FreeLeftBy(path);
            Directory.Delete(path, recursive: true);
        }
    }

    /// <summary>A server makes thousands of small files, and is thrown away with them. On ext4 that takes seconds when as many were deleted shortly before (it spares the inodes of what was just deleted); in memory it takes 0.1 s.</summary>
    private static bool HasPlentyOfMemory() =>
        OperatingSystem.IsLinux()
        && Directory.Exists(MemoryFolder)
        && new DriveInfo(MemoryFolder) is { DriveFormat: "tmpfs", AvailableFreeSpace: >= 4 * GibiByte }
        && GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >= 8 * GibiByte;

    private static string? ReadMark(string path)
    {
        try
        {
            return File.ReadAllText(Path.Combine(path, MarkFile));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // another user's, or one that somebody makes or removes just now
        }
    }

    private static void Copy(DirectoryInfo source, string target, UnprivilegedUser? user, CancellationToken cancel)
    {
        CreateFolder(target, user);
        foreach (var folder in source.EnumerateDirectories())
        {
            Copy(folder, Path.Combine(target, folder.Name), user, cancel);
        }

        foreach (var file in source.EnumerateFiles())
        {
            cancel.ThrowIfCancellationRequested();
            var copy = file.CopyTo(Path.Combine(target, file.Name)).FullName; // not within user?.Own(…): without a user it would not be evaluated
            user?.Own(copy);
        }
    }

    private static void CreateFolder(string path, UnprivilegedUser? user)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(path, OwnerOnly);
        user?.Own(path);
    }
}
