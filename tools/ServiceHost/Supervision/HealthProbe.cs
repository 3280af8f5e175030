using System.Net;
using System.Net.Sockets;
using System.Text;
using ServiceHost.Ports;
using ServiceHost.Processes;

namespace ServiceHost.Supervision;

/// <summary>What a look at a service saw.</summary>
/// <param name="IsHealthy">It answered 200.</param>
/// <param name="Seen">What was seen, in words; null when nobody took the connection.</param>
internal sealed record HealthLook(bool IsHealthy, string? Seen);

/// <summary>Asks a service whether it is healthy. Only a socket of the service's own processes counts.</summary>
/// <param name="port">The service's port.</param>
/// <param name="path">The path that answers 200 once it is healthy.</param>
/// <param name="process">The service.</param>
internal sealed class HealthProbe(int port, string path, IRunningProcess process)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    /// <summary>What a look saw, to follow "after 30 s".</summary>
    public async Task<string> DescribeAsync(HealthLook look) => look.Seen ?? await ObstacleAsync() ?? $"port {port} refused the connection";

    /// <summary>Looks once.</summary>
    public async Task<HealthLook> LookAsync(CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(s_patience);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (!await ConnectAsync(socket, patience.Token))
            {
                return Unhealthy(null);
            }
            patience.CancelAfter(Timeout.InfiniteTimeSpan); // what this takes is not the service's fault
            if (await ObstacleAsync().WaitAsync(cancel) is { } obstacle)
            {
                return Unhealthy(obstacle);
            }
            patience.CancelAfter(s_patience);
            return await AskAsync(socket, patience.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Unhealthy($"GET {path} was not answered within {s_patience.TotalSeconds:0} s");
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return Unhealthy($"GET {path} failed: {e.Message}");
        }
    }

    private static HealthLook Unhealthy(string? seen) => new(IsHealthy: false, seen);

    // Most looks find nobody listening yet. So this throws no exception then, and the table of all sockets, which the kernel
    // takes long to write, is read only once somebody answers. A look that is given up closes its socket, which ends the request;
    // nothing else may touch either from another thread.
    private async Task<bool> ConnectAsync(Socket socket, CancellationToken cancel)
    {
        // Where the service's port is one of those for outgoing connections, the system may give this one that very port: it would
        // meet itself there, and its end would hold the port for a minute. Bound, but not connected, it is in nobody's way.
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        if (((IPEndPoint)socket.LocalEndPoint!).Port == port)
        {
            return false;
        }
        var done = new TaskCompletionSource<SocketError>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var request = new SocketAsyncEventArgs { RemoteEndPoint = new IPEndPoint(IPAddress.Loopback, port) };
        request.Completed += (_, end) => done.SetResult(end.SocketError);
        return (socket.ConnectAsync(request) ? await done.Task.WaitAsync(cancel) : request.SocketError) == SocketError.Success;
    }

    private async Task<string?> ObstacleAsync() => (await ListenSnapshot.TakeAsync()).Obstacle(port, process.Identity.Pid);

    // A bare socket: an HTTP client costs the supervisor 50 ms while the services want the processor, and only the status matters.
    private async Task<HealthLook> AskAsync(Socket socket, CancellationToken cancel)
    {
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: */*\r\nConnection: close\r\n\r\n"),
            cancel
        );
        return await HttpStatus.ReadAsync(stream, cancel) is { } status
            ? new HealthLook(
                status.Code == "200",
                $"GET {path} answered {status.Code}{(status.Redirect is { } target ? $", a redirect to {target}" : "")}"
            )
            : Unhealthy($"GET {path} got no HTTP answer");
    }
}
