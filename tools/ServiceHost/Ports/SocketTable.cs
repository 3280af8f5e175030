using System.Globalization;
using System.Net;

namespace IntegrationSuite.ServiceHost.Ports;

/// <summary>A TCP socket as the kernel's table has it.</summary>
/// <param name="State">Its state, a <see cref="TcpState"/>.</param>
/// <param name="Local">Its own end as the table writes it, <c>0100007F:0FA1</c>: each word of the address in the machine's byte order.</param>
/// <param name="Peer">The other end.</param>
/// <param name="User">Whose it is.</param>
/// <param name="Inode">The number by which its owner's descriptors name it; 0 when no process has it.</param>
internal readonly record struct SocketRow(TcpState State, string Local, string Peer, uint User, long Inode)
{
    /// <summary>Its own port.</summary>
    public int Port => PortIn(Local);

    /// <summary>Its own address, hexadecimal.</summary>
    public string Address => Local[..Local.LastIndexOf(':')];

    /// <summary>An end of it as a person writes it.</summary>
    public static IPEndPoint EndPoint(string end)
    {
        var bytes = Convert.FromHexString(end.AsSpan(0, end.LastIndexOf(':')));
        for (var word = 0; BitConverter.IsLittleEndian && word < bytes.Length; word += sizeof(int))
        {
            Array.Reverse(bytes, word, sizeof(int));
        }
        var address = new IPAddress(bytes);
        return new IPEndPoint(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address, PortIn(end));
    }

    private static int PortIn(string end) =>
        int.Parse(end.AsSpan(end.LastIndexOf(':') + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}

/// <summary>The TCP sockets of this machine, from <c>/proc/net/tcp</c> and <c>tcp6</c> (Linux; empty elsewhere).</summary>
internal static class SocketTable
{
    /// <summary>Those of now.</summary>
    public static IEnumerable<SocketRow> Read() => [.. ReadFile("/proc/net/tcp"), .. ReadFile("/proc/net/tcp6")];

    // "  0: 0100007F:0FA1 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 12345 …"
    private static IEnumerable<SocketRow> ReadFile(string path)
    {
        if (!File.Exists(path))
        {
            yield break;
        }
        foreach (var line in File.ReadLines(path).Skip(1))
        {
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length > 9)
            {
                var state = (TcpState)int.Parse(fields[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                yield return new SocketRow(
                    state,
                    fields[1],
                    fields[2],
                    uint.Parse(fields[7], CultureInfo.InvariantCulture),
                    long.Parse(fields[9], CultureInfo.InvariantCulture)
                );
            }
        }
    }
}
