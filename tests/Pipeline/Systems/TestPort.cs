using System.Net.NetworkInformation;
using IntegrationSuite.ServiceHost.Client.Storage;

namespace Pipeline.Systems;

/// <summary>A free port that no other test takes meanwhile, in this process or another. It lies below every system's ephemeral range, so that no outgoing connection takes it either.</summary>
internal sealed class TestPort : IDisposable
{
    private const int First = 10000;
    private const int Count = 9000;

    private readonly FileStream _lock;

    private TestPort(int number, FileStream held) => (Number, _lock) = (number, held);

    public int Number { get; }

    /// <summary>Takes one.</summary>
    public static TestPort Take()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"pipeline-ports-{Users.Own}")).FullName;
        var start = Random.Shared.Next(Count);
        return Enumerable
            .Range(0, Count)
            .Select(i => First + ((start + i) % Count))
            .Select(port => TryTake(port, folder))
            .OfType<TestPort>()
            .First();
    }

    /// <summary>Whether nobody listens on a port, at whatever address.</summary>
    public static bool IsFree(int port) =>
        IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().All(listener => listener.Port != port);

    public void Dispose() => _lock.Dispose();

    // What an earlier test's connections left (TIME_WAIT) would be in the way of one that binds the port alone.
    private static bool HasConnections(int port) =>
        IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections().Any(each => each.LocalEndPoint.Port == port);

    private static TestPort? TryTake(int port, string folder)
    {
        try
        {
            var held = new FileStream(Path.Combine(folder, $"{port}"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            if (IsFree(port) && !HasConnections(port))
            {
                return new TestPort(port, held);
            }

            held.Dispose();
            return null;
        }
        catch (IOException)
        {
            return null; // another test has it
        }
    }
}
