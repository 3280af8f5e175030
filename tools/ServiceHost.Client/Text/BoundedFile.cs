namespace IntegrationSuite.ServiceHost.Client;

/// <summary>Reads a file that somebody gives: no more of it than it may have, and nothing that is no file. A pipe would keep its reader waiting, and a device may have no end.</summary>
public static class BoundedFile
{
    /// <summary>Reads it whole.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">How many bytes it may have.</param>
    /// <exception cref="IOException">It is not there, larger, empty or no regular file.</exception>
    /// <exception cref="UnauthorizedAccessException">It is another user's.</exception>
    public static byte[] Read(string path, int most)
    {
        var file = File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new FileInfo(path);
        var length = file.Length;
        if (length == 0) // so pipes and devices say, and they must not even be opened
        {
            throw new IOException($"'{path}' is empty, or is not a regular file.");
        }
        using var stream = new FileStream(
            file.FullName,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete,
            bufferSize: 0
        );
        var bytes = new byte[Math.Min(length, most) + 1];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read <= most ? bytes[..read] : throw new IOException($"'{path}' is larger than {most >> 10} KB.");
    }
}
