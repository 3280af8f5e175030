using IntegrationSuite.ServiceHost.Client.Storage;
using IntegrationSuite.ServiceHost.Postgres.Servers;
using IntegrationSuite.ServiceHost.Postgres.Unix;
using IntegrationSuite.ServiceHost.Storage;

namespace IntegrationSuite.ServiceHost.Postgres.Private;

/// <summary>The data directory of a run's own server, in a <see cref="RunDirectory"/>. Disposing it removes it; the server must have ended.</summary>
internal sealed class DataDirectory : IDisposable
{
    private const string Name = "data";
    private const long GibiByte = 1L << 30;

    private readonly RunDirectory _place;

    private DataDirectory(RunDirectory place) => _place = place;

    /// <summary>Its absolute path.</summary>
    public string Path => PathIn(_place);

    /// <summary>Makes it from a cluster.</summary>
    public static DataDirectory Create(DatabaseServerOptions options, Cluster cluster, UnprivilegedUser? user, CancellationToken cancel)
    {
        var data = new DataDirectory(RunDirectory.Create(BaseFor(options.RunDirectory), options.RunId, options.RunDirectory));
        try
        {
            DirectoryTree.Copy(cluster.DataDirectory, Users.Own, data.Path, user is null ? null : (user.UserId, user.GroupId), cancel);
            return data;
        }
        catch
        {
            data.Dispose();
            throw;
        }
    }

    /// <summary>An empty folder for the server's user, to initialise a cluster in.</summary>
    public static DataDirectory CreateEmpty(DatabaseServerOptions options, UnprivilegedUser? user)
    {
        var data = new DataDirectory(RunDirectory.Create(BaseFor(options.RunDirectory), options.RunId, options.RunDirectory));
        PrivateFolder.Open(data.Path, below: data._place.Path);
        user?.Own(data.Path);
        return data;
    }

    /// <summary>Where data directories may be.</summary>
    public static IEnumerable<string> Bases(string runDirectory) =>
        new[] { PrivatePaths.Memory(), Users.IsRoot ? PrivatePaths.Disk() : null, runDirectory }
            .OfType<string>()
            .Where(PrivateFolder.IsOwn);

    /// <summary>Removes what a server left that has ended: its data, and the shared memory of one that was killed.</summary>
    /// <exception cref="IOException">It can't be removed.</exception>
    public static void Remove(RunDirectory place)
    {
        SharedMemory.FreeLeftBy(PathIn(place));
        place.Dispose();
    }

    public void Dispose() => Remove(_place);

    // Into memory when there is plenty; else below the run; else, where root's server does not get there, to a place of its own.
    private static string BaseFor(string runDirectory) =>
        (HasPlentyOfMemory() ? PrivatePaths.Memory() : null) ?? (Users.IsRoot ? PrivatePaths.Disk() : null) ?? runDirectory;

    private static string PathIn(RunDirectory place) => System.IO.Path.Combine(place.Path, Name);

    /// <summary>A server makes thousands of small files, and is thrown away with them. On ext4 that takes seconds when as many were deleted shortly before (it spares the inodes of what was just deleted); in memory it takes 0.1 s.</summary>
    private static bool HasPlentyOfMemory() =>
        OperatingSystem.IsLinux()
        && Directory.Exists(PrivatePaths.MemoryFolder)
        && new DriveInfo(PrivatePaths.MemoryFolder) is { DriveFormat: "tmpfs", AvailableFreeSpace: >= 4 * GibiByte }
        && GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >= 8 * GibiByte;
}
