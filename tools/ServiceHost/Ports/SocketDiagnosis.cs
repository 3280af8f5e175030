using System.Buffers.Binary;
using System.Runtime.InteropServices;
using IntegrationSuite.ServiceHost.Processes;

namespace IntegrationSuite.ServiceHost.Ports;

/// <summary>The listening sockets by sock_diag(7), in a small part of the time that the kernel takes to write <c>/proc/net/tcp</c>: that walks through the table of all connections, however few there are.</summary>
internal static unsafe class SocketDiagnosis
{
    private const int InternetV4 = 2; // AF_INET
    private const int InternetV6 = 10;
    private const int HeaderSize = 16; // struct nlmsghdr: length, type, flags, sequence, port
    private const int RequestSize = 56; // struct inet_diag_req_v2: family, protocol, extensions, padding, states, socket id
    private const ushort DumpByFamily = 20; // SOCK_DIAG_BY_FAMILY
    private const ushort DumpRequest = 0x301; // NLM_F_REQUEST | NLM_F_DUMP
    private const ushort Failed = 2;
    private const ushort Done = 3;
    private const byte Tcp = 6;
    private const uint Listening = 1 << 10; // TCP_LISTEN
    private const int AddressAt = 8; // struct inet_diag_msg: family, state, timer, retransmits, socket id (ports, addresses, …), …, inode
    private const int InodeAt = 68;

    /// <summary>Reads them.</summary>
    /// <returns>Null where the kernel does not answer so.</returns>
    public static IReadOnlyList<Listener>? TryRead()
    {
        var socket = Posix.OpenSocket(Posix.NetlinkFamily, Posix.RawSocket | Posix.SocketCloseOnExec, Posix.SocketDiagnosis);
        if (socket < 0)
        {
            return null;
        }
        try
        {
            var listeners = new List<Listener>();
            return TryRead(socket, InternetV4, listeners) && TryRead(socket, InternetV6, listeners) ? listeners : null;
        }
        finally
        {
            _ = Posix.Close(socket);
        }
    }

    private static bool TryRead(int socket, byte family, List<Listener> to)
    {
        if (!TrySend(socket, family))
        {
            return false;
        }
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var left = buffer.AsSpan(0, (int)Math.Max(0, Receive(socket, buffer)));
            if (left.Length < HeaderSize)
            {
                return false;
            }
            while (left.Length >= HeaderSize)
            {
                var (length, type) = (MemoryMarshal.Read<int>(left), MemoryMarshal.Read<ushort>(left[4..]));
                if (type is Failed or Done || length < HeaderSize + InodeAt + sizeof(int))
                {
                    return type == Done;
                }
                to.Add(Parse(left[HeaderSize..]));
                left = left[Math.Min(left.Length, (length + 3) & ~3)..];
            }
        }
    }

    private static bool TrySend(int socket, byte family)
    {
        Span<byte> request = stackalloc byte[HeaderSize + RequestSize];
        request.Clear();
        MemoryMarshal.Write(request, request.Length);
        MemoryMarshal.Write(request[4..], DumpByFamily);
        MemoryMarshal.Write(request[6..], DumpRequest);
        (request[HeaderSize], request[HeaderSize + 1]) = (family, Tcp);
        MemoryMarshal.Write(request[(HeaderSize + 4)..], Listening);
        fixed (byte* bytes = request)
        {
            return Posix.Send(socket, bytes, (nuint)request.Length, 0) == request.Length;
        }
    }

    private static nint Receive(int socket, byte[] buffer)
    {
        fixed (byte* bytes = buffer)
        {
            return Posix.Receive(socket, bytes, (nuint)buffer.Length, 0);
        }
    }

    // The address as /proc/net/tcp writes it: the words as the machine reads them.
    private static Listener Parse(ReadOnlySpan<byte> message)
    {
        var words = message[0] == InternetV4 ? 1 : 4;
        var address = string.Concat(
            MemoryMarshal.Cast<byte, uint>(message.Slice(AddressAt, words * sizeof(uint))).ToArray().Select(word => word.ToString("X8"))
        );
        return new Listener(BinaryPrimitives.ReadUInt16BigEndian(message[4..]), address, MemoryMarshal.Read<uint>(message[InodeAt..]));
    }
}
