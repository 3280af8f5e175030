using ServiceHost.Postgres.Unix;

namespace ServiceHost.Postgres.Private;

/// <summary>The data directory of a run's own server.</summary>
internal static class DataDirectory
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Where it goes: below the run, or, when the server's user does not get there, into a folder of its own.</summary>
    public static string PathFor(DatabaseServerOptions options, UnprivilegedUser? user)
    {
        var below = Path.Combine(options.RunDirectory, "postgres");
        return user is null || UnprivilegedUser.ReachesInto(options.RunDirectory) ? below : $"/var/tmp/servicehost-postgres-{options.RunId}";
    }

    /// <summary>Makes it from a cluster. What an earlier run left there is removed.</summary>
    public static async Task CreateAsync(string path, Cluster cluster, UnprivilegedUser? user, CancellationToken cancel)
    {
        Remove(path);
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
            user?.Own(file.CopyTo(Path.Combine(target, file.Name)).FullName);
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
