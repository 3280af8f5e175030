using System.Text;

namespace IntegrationSuite.ServiceHost.Health;

/// <summary>What an HTTP answer begins with. The rest of it is not read, and of this no more than a server needs for it.</summary>
/// <param name="Code">The status, three digits.</param>
/// <param name="Redirect">Where a redirect leads.</param>
internal sealed record HttpStatus(string Code, string? Redirect)
{
    private const int MostBytes = 16 * 1024;
    private const int MostShown = 200;
    private const string Location = "location:";

    /// <summary>Reads it.</summary>
    /// <returns>Null when what comes is not HTTP.</returns>
    public static async Task<HttpStatus?> ReadAsync(Stream stream, CancellationToken cancel)
    {
        var (head, length, read) = (new byte[MostBytes], 0, 0);
        do
        {
            read = await stream.ReadAsync(head.AsMemory(length), cancel); // nothing, once it is full
            length += read;
        } while (read > 0 && !IsEnough(head.AsSpan(0, length)));
        return Parse(Encoding.Latin1.GetString(head, 0, length));
    }

    // Of a 200 the first line is all there is to know.
    private static bool IsEnough(ReadOnlySpan<byte> head) =>
        head.IndexOf("\r\n\r\n"u8) >= 0 || (head.Length > 12 && head[9..].StartsWith("200"u8) && head.Contains((byte)'\n'));

    private static HttpStatus? Parse(string head)
    {
        var lines = head.Split('\n');
        return
            lines.Length > 1
            && lines[0].TrimEnd('\r').Split(' ') is ["HTTP/1.1" or "HTTP/1.0", { Length: 3 } code, ..]
            && code.All(char.IsAsciiDigit)
            ? new HttpStatus(code, code[0] == '3' ? RedirectIn(lines) : null)
            : null;
    }

    private static string? RedirectIn(IEnumerable<string> lines)
    {
        var header = lines
            .Skip(1)
            .Select(line => line.Trim())
            .TakeWhile(line => line.Length > 0)
            .FirstOrDefault(line => line.StartsWith(Location, StringComparison.OrdinalIgnoreCase));
        var target = header?[Location.Length..].Trim();
        return target?.Length > MostShown ? target[..MostShown] + "…" : target;
    }
}
