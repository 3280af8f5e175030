using System.Text;

namespace ServiceHost.Client.Storage;

/// <summary>Reads a small file that another user may have written, or put something else in the place of.</summary>
internal static class BoundedFile
{
    private const int Most = 64 * 1024;

    /// <summary>Its beginning, up to 64 KiB.</summary>
    /// <returns>Null when there is no plain file.</returns>
    public static string? TryRead(string path)
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
        var bytes = new byte[Most];
        return Encoding.UTF8.GetString(bytes, 0, RandomAccess.Read(file, bytes, 0));
    }
}
