using System.Diagnostics;
using IntegrationSuite.ServiceHost.Client;

namespace Pipeline.Systems;

/// <summary>A process that the suite must never touch: leader of a session of its own, listening on a port if it is given one.</summary>
internal sealed class Stranger : IDisposable
{
    private readonly Process _process;

    private Stranger(Process process)
    {
        _process = process;
        Identity = ProcessIdentities.Find(process.Id)!;
    }

    public ProcessIdentity Identity { get; }

    /// <summary>Starts one and waits until it listens.</summary>
    public static async Task<Stranger> StartAsync(int port = 0)
    {
        // setsid(1) replaces itself by node, so that the process id is node's, and its group's too.
        var process = Process.Start(
            new ProcessStartInfo("setsid", ["node", Path.Combine(SmallSystem.Scripts, "stranger.mjs"), $"{port}"])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            }
        )!;
        Assert.AreEqual("listening", await process.StandardOutput.ReadLineAsync());
        return new Stranger(process);
    }

    /// <summary>Fails the test if it is gone.</summary>
    public void AssertAlive() => Assert.IsTrue(Identity.IsAlive(), "a stranger was ended");

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
