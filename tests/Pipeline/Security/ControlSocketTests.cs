using System.Net.Sockets;
using System.Runtime.Versioning;
using IntegrationSuite.ServiceHost.Control;
using Pipeline.Systems;

namespace Pipeline.Security;

/// <summary>The supervisor hears its own user and root, and goes on whoever else knocks.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
[UnsupportedOSPlatform("windows")]
public sealed class ControlSocketTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("socket-").FullName;

    private string SocketPath => Path.Combine(_folder, "control");

    [TestCleanup]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    [TestCategory("Root")]
    public async Task Another_users_connection_is_dropped_and_the_next_of_this_users_is_taken()
    {
        using var other = OtherUser.Make();
        using var listener = new SocketListener(SocketPath);
        File.SetUnixFileMode(_folder, (UnixFileMode)0b111_101_101);
        File.SetUnixFileMode(SocketPath, (UnixFileMode)0b111_111_111); // as if the folder kept nobody out

        var foreign = listener.AcceptAsync(CancellationToken.None);
        var said = await Task.Run(() =>
            other.Sh($"node -e \"require('net').connect('{SocketPath}').on('close', () => console.log('dropped'))\"")
        );
        Assert.IsNull(await foreign);
        StringAssert.Contains(said, "dropped");

        var own = listener.AcceptAsync(CancellationToken.None);
        using var client = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await client.ConnectAsync(new UnixDomainSocketEndPoint(SocketPath));
        await using var stream = await own;
        Assert.IsNotNull(stream);
    }

    [TestMethod]
    public async Task A_connection_that_is_closed_before_it_is_taken_does_not_end_the_listening()
    {
        using var listener = new SocketListener(SocketPath);
        for (var i = 0; i < 20; i++)
        {
            using var hasty = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await hasty.ConnectAsync(new UnixDomainSocketEndPoint(SocketPath));
        }

        using var client = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await client.ConnectAsync(new UnixDomainSocketEndPoint(SocketPath));
        await client.SendAsync("hello"u8.ToArray());
        for (var line = (string?)null; line != "hello"; )
        {
            await using var stream = await listener.AcceptAsync(CancellationToken.None).WaitAsync(Until.Patience);
            var bytes = new byte[5];
            line = stream is null ? null : System.Text.Encoding.ASCII.GetString(bytes, 0, await stream.ReadAsync(bytes));
        }
    }
}
