using System.Text;

namespace IntegrationSuite.ServiceHost.Client.Storage;

/// <summary>Reads files that another user may have written, or put something else in the place of: a link, a FIFO that keeps a reader waiting, a device without an end.</summary>
internal static class PlainFile
{
    private const int Small = 64 * 1024;

    /// <summary>Opens a file that is plain, and this user's (root may read anybody's).</summary>
    /// <returns>Null when there is none, or something else.</returns>
    /// <exception cref="IOException">It can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It can't be read.</exception>
    public static FileStream? TryOpenOwn(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete) : null;
        }
        var file = FileCalls.TryOpenFile(FileCalls.CurrentFolder, path);
        if (file is null)
        {
            return null;
        }
        var status = FileStatus.Read(file);
        if (status.IsFile && (status.User == Users.Own || Users.IsRoot))
        {
            return new FileStream(file, FileAccess.Read);
        }
        file.Dispose();
        return null;
    }

    /// <summary>The beginning of a plain file of any user, up to 64 KiB.</summary>
    /// <returns>Null when there is none.</returns>
    public static string? TryReadSmall(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return File.Exists(path) ? File.ReadAllText(path) : null;
        }
        using var file = FileCalls.TryOpenFile(FileCalls.CurrentFolder, path);
        if (file is null || !FileStatus.Read(file).IsFile)
        {
            return null;
        }
        var bytes = new byte[Small];
        return Encoding.UTF8.GetString(bytes, 0, RandomAccess.Read(file, bytes, 0));
    }
}
