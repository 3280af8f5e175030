using System.Globalization;

namespace ServiceHost.Ports;

/// <summary>A socket that listens.</summary>
/// <param name="Port">Its port.</param>
/// <param name="Address">Its address as <c>/proc/net/tcp</c> writes it: hexadecimal, each word in the machine's byte order.</param>
/// <param name="Inode">The number by which its owner's descriptors name it.</param>
internal readonly record struct Listener(int Port, string Address, long Inode)
{
    private const string Loopback4 = "0100007F";
    private const string Any4 = "00000000";
    private const string Any6 = "00000000000000000000000000000000";
    private const string Loopback6 = "00000000000000000000000001000000";
    private const string Mapped = "0000000000000000FFFF0000";

    /// <summary>Whether a connection to 127.0.0.1 meets it.</summary>
    public bool AnswersLoopback => Address is Loopback4 or Any4 or Any6 or Mapped + Loopback4 or Mapped + Any4;

    /// <summary>Whether it keeps a service from listening on 127.0.0.1 or ::1.</summary>
    public bool BlocksLoopback => AnswersLoopback || Address is Loopback6;
}

/// <summary>Who listens (Linux; empty elsewhere).</summary>
internal static class ListenTable
{
    private const string Listening = "0A";

    /// <summary>The listening sockets now.</summary>
    public static IReadOnlyList<Listener> Read() => (OperatingSystem.IsLinux() ? SocketDiagnosis.TryRead() : null) ?? ReadFiles();

    /// <summary>The same from <c>/proc/net/tcp</c> and <c>tcp6</c>, for a kernel or a container without sock_diag(7).</summary>
    public static IReadOnlyList<Listener> ReadFiles() => [.. ReadFile("/proc/net/tcp"), .. ReadFile("/proc/net/tcp6")];

    // "  0: 0100007F:0FA1 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 12345 …"
    private static IEnumerable<Listener> ReadFile(string path)
    {
        if (!File.Exists(path))
        {
            yield break;
        }
        foreach (var line in File.ReadLines(path).Skip(1))
        {
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length > 9 && fields[3] == Listening)
            {
                var colon = fields[1].LastIndexOf(':');
                var port = int.Parse(fields[1].AsSpan(colon + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                yield return new Listener(port, fields[1][..colon], long.Parse(fields[9], CultureInfo.InvariantCulture));
            }
        }
    }
}
