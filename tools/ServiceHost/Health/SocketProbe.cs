using System.Net.Sockets;

namespace IntegrationSuite.ServiceHost.Health;

/// <summary>Asks a service by its port. Only an answer of the service's own counts.</summary>
/// <param name="port">The service's port.</param>
/// <param name="check">Tells whose answer it is.</param>
internal abstract class SocketProbe(int port, IPortCheck check) : IHealthProbe
{
    /// <summary>How long an answer may take.</summary>
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>What is asked, in words.</summary>
    protected abstract string Question { get; }

    // Most looks find nobody listening yet. So this throws no exception then, and the table of all sockets, which the kernel
    // takes long to write, is read only once somebody answers. A look that is given up closes its socket, which ends the request;
    // nothing else may touch either from another thread.
    /// <inheritdoc />
    public async Task<HealthLook> LookAsync(CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (!await LoopbackSocket.ConnectAsync(socket, port, patience.Token))
            {
                return HealthLook.Unhealthy(null);
            }
            patience.CancelAfter(Timeout.InfiniteTimeSpan); // what this takes is not the service's fault
            if (await check.ObstacleAsync(port, cancel) is { } obstacle)
            {
                return HealthLook.Unhealthy(obstacle);
            }
            patience.CancelAfter(Patience);
            return await AskAsync(socket, patience.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return HealthLook.Unhealthy($"{Question} was not answered within {Patience.TotalSeconds:0} s");
        }
        catch (Exception e) when (e is SocketException or IOException or System.Security.Authentication.AuthenticationException)
        {
            return HealthLook.Unhealthy($"{Question} failed: {e.Message}");
        }
    }

    /// <summary>Asks over the connection.</summary>
    protected abstract Task<HealthLook> AskAsync(Socket socket, CancellationToken cancel);
}
