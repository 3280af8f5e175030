using System.Text;

namespace ServiceHost.State;

/// <summary>The end of a log, for an error message.</summary>
internal static class LogTail
{
    private const int Lines = 10;
    private const int Bytes = 8 * 1024;

    /// <summary>Its last lines, each behind a bar, or a word that there are none.</summary>
    public static string Read(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            stream.Seek(-Math.Min(Bytes, stream.Length), SeekOrigin.End);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var lines = reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .TakeLast(Lines)
                .Select(line => "    | " + line.TrimEnd()); // not at the start of a line: what looks like an error of a compiler there would be taken for one
            return string.Join(Environment.NewLine, lines) is { Length: > 0 } text
                ? $"Its last lines:{Environment.NewLine}{text}{Environment.NewLine}"
                : "It wrote nothing.";
        }
        catch (IOException)
        {
            return "It wrote nothing.";
        }
    }
}
