using ServiceHost.Postgres.Unix;

namespace ServiceHost.Postgres;

/// <summary>Where fetched and initialised servers are kept between runs.</summary>
internal static class CacheFolder
{
    private const UnixFileMode OpenToAll =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>The folder, made if it is not there. Root's is one that the server's user gets to.</summary>
    public static string Find(UnprivilegedUser? user)
    {
        if (user is null)
        {
            return Directory.CreateDirectory(Path.Combine(OfThisUser(), "servicehost")).FullName;
        }

        try
        {
            return Open("/var/cache/servicehost");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Open("/var/tmp/servicehost"); // a read-only /var/cache
        }
    }

    private static string Open(string path) =>
        (OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, OpenToAll)).FullName;

    /// <summary>XDG Base Directory Specification; Apple, "File System Programming Guide"; Windows, local application data.</summary>
    private static string OfThisUser()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Caches")
            : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache ? cache
            : Path.Combine(home, ".cache");
    }
}
