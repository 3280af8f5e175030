using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;

namespace IntegrationSuite.ServiceHost.Ports;

/// <summary>Waits until connections that have ended let go of the services' ports.</summary>
/// <param name="ports">The ports, which are reserved.</param>
/// <param name="onWaiting">Told in one line, at most once, what is waited for.</param>
/// <param name="patience">How long they may take, if not as long as the kernel keeps a connection after its end.</param>
internal sealed class PortWait(IReadOnlyList<ServicePort> ports, Action<string> onWaiting, TimeSpan? patience = null)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(500); // the kernel takes 10 ms to write its table

    // TCP_TIMEWAIT_LEN is 60 s.
    private readonly TimeSpan _patience = patience ?? TimeSpan.FromSeconds(65);

    /// <summary>Waits; meanwhile the other ports are looked at too.</summary>
    /// <exception cref="SuiteException">Something holds a port that does not pass, or has not passed in time.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        var started = TimeProvider.System.GetTimestamp();
        for (var told = false; HeldPort.Find(ports) is { Count: > 0 } held; told = true)
        {
            var late = TimeProvider.System.GetElapsedTime(started) > _patience;
            if (held.Where(port => late || !port.Obstacle.Passes).ToList() is { Count: > 0 } lost)
            {
                throw new SuiteException([.. lost.Select(port => port.Error())]);
            }
            if (!told)
            {
                onWaiting($"Waiting up to {_patience.TotalSeconds:0} s: {string.Join("; ", held)}");
            }
            await Task.Delay(s_pause, cancel);
        }
    }
}
