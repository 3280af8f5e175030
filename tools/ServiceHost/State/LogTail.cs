using System.Text;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.State;

/// <summary>The end of a service's log, for an error message.</summary>
internal static class LogTail
{
    private const int LastBytes = 8 * 1024;
    private const int FirstBytes = 256 * 1024;

    /// <summary>Its <see cref="QuotedLines"/>.</summary>
    /// <param name="file">The log.</param>
    /// <param name="from">Where to begin, in bytes: where the service was started anew.</param>
    public static string Read(string file, long from = 0)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            from = Math.Min(from, stream.Length);
            var last = LinesOf(stream, Math.Max(from, stream.Length - LastBytes), LastBytes).TakeLast(QuotedLines.Most).ToList();
            return QuotedLines.Of(LinesOf(stream, from, FirstBytes).FirstOrDefault(QuotedLines.IsError), last);
        }
        catch (IOException)
        {
            return QuotedLines.Of(null, []);
        }
    }

    /// <summary>Where it ends now, in bytes: where what is started next begins to write.</summary>
    public static long End(string file) => new FileInfo(file) is { Exists: true } log ? log.Length : 0;

    private static string[] LinesOf(FileStream stream, long from, int most)
    {
        stream.Seek(from, SeekOrigin.Begin);
        var bytes = new byte[Math.Min(most, stream.Length - from)];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return Encoding.UTF8.GetString(bytes, 0, read).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
