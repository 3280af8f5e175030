using System.Text;
using System.Text.RegularExpressions;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.State;

/// <summary>The end of a log, for an error message; and before it the first line that looks like an error, which many lines of a stack may follow.</summary>
internal static partial class LogTail
{
    private const int LastBytes = 8 * 1024;
    private const int FirstBytes = 256 * 1024;

    /// <summary>Those lines, each behind a bar, or a word that there are none.</summary>
    /// <param name="file">The log.</param>
    /// <param name="from">Where to begin, in bytes: where the service was started anew.</param>
    public static string Read(string file, long from = 0)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            from = Math.Min(from, stream.Length);
            var last = LinesOf(stream, Math.Max(from, stream.Length - LastBytes), LastBytes).TakeLast(QuotedLines.Most).ToList();
            var first = LinesOf(stream, from, FirstBytes).FirstOrDefault(line => ErrorPattern().IsMatch(line));
            var head = first is null || last.Contains(first) ? "" : $"Its first error:{Environment.NewLine}{QuotedLines.Of([first])}";
            return last.Count > 0 ? $"{head}Its last lines:{Environment.NewLine}{QuotedLines.Of(last)}" : "It wrote nothing.";
        }
        catch (IOException)
        {
            return "It wrote nothing.";
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

    // As programs write it: "Error: …", "ERROR", "fatal: …", "Unhandled exception", "panic: …", "System.IO.IOException: …", "Traceback (most recent call last)".
    [GeneratedRegex(
        @"\b(?:error|fatal|panic|exception|unhandled|traceback|critical|crit|fail|failed|cannot|can't|could not)\b|(?:Error|Exception):",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ErrorPattern();
}
