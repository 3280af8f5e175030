using System.Buffers.Binary;
using System.Net.Sockets;
using IntegrationSuite.ServiceHost.Client.Storage;

namespace IntegrationSuite.ServiceHost.Client;

/// <summary>Which user is at the other end of a Unix socket, as the kernel tells it (unix(7), SO_PEERCRED; macOS, LOCAL_PEERCRED).</summary>
internal static class PeerUser
{
    private const int Root = 0;

    /// <summary>Whether it is this user, or root, who may ask and stop as well.</summary>
    public static bool IsTrusted(Socket connected) => Of(connected) is { } user && (user == Users.Own || user == Root);

    /// <summary>Whether this user may speak to it: its own, or for root anybody's.</summary>
    public static bool MayBeAsked(Socket connected) => Of(connected) is { } user && (user == Users.Own || Users.IsRoot);

    private static uint? Of(Socket connected)
    {
        var credentials = new byte[128];
        try
        {
            return OperatingSystem.IsMacOS()
                ? Word(credentials, connected.GetRawSocketOption(0, 1, credentials), 4) // xucred: version, user
                : Word(credentials, connected.GetRawSocketOption(1, 17, credentials), 4); // ucred: process, user, group
        }
        catch (SocketException)
        {
            return null; // it has closed the connection
        }
    }

    private static uint? Word(byte[] bytes, int length, int offset) =>
        length < offset + 4 ? null : BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(offset));
}
