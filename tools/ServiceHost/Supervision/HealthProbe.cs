using System.Net;
using System.Net.Sockets;
using System.Text;
using ServiceHost.Ports;
using ServiceHost.Client;
using ServiceHost.Processes;

namespace ServiceHost.Supervision;

/// <summary>Asks a service whether it is healthy, and remembers what it saw. Only a socket of the service's own processes counts.</summary>
/// <param name="port">The service's port.</param>
/// <param name="path">The path that answers 200 once it is healthy.</param>
/// <param name="process">The service.</param>
internal sealed class HealthProbe(int port, string path, IRunningProcess process)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    private string? _seen;

    /// <summary>What the last look saw, to follow "after 30 s".</summary>
    public string LastSeen => _seen ?? Obstacle() ?? $"port {port} refused the connection";

    /// <summary>Looks once.</summary>
    /// <returns>Whether it is healthy.</returns>
    public async Task<bool> LookAsync(CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(s_patience);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            _seen = await ConnectAsync(socket, patience.Token) ? Obstacle() ?? await AnswerAsync(socket, patience.Token) : null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            _seen = $"GET {path} was not answered within {s_patience.TotalSeconds:0} s";
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            _seen = $"GET {path} failed: {e.Message}";
        }
        return _seen?.EndsWith(" answered 200", StringComparison.Ordinal) == true;
    }

    // Most looks find nobody listening yet. So this throws no exception then, and the table of all sockets, which the kernel
    // takes long to write, is read only once somebody answers.
    private async Task<bool> ConnectAsync(Socket socket, CancellationToken cancel)
    {
        var done = new TaskCompletionSource<SocketError>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var request = new SocketAsyncEventArgs { RemoteEndPoint = new IPEndPoint(IPAddress.Loopback, port) };
        request.Completed += (_, end) => done.SetResult(end.SocketError);
        using var cancelled = cancel.Register(() => Socket.CancelConnectAsync(request));
        var end = socket.ConnectAsync(request) ? await done.Task : request.SocketError;
        cancel.ThrowIfCancellationRequested();
        return end == SocketError.Success;
    }

    private string? Obstacle()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }
        var listeners = ListenTable.Read().Where(listener => listener.Port == port).ToList();
        var reachable = listeners.Where(listener => listener.AnswersLoopback).Select(listener => listener.Inode).ToHashSet();
        if (reachable.Count == 0)
        {
            return listeners.Count == 0 ? $"nothing listens on port {port}" : $"something listens on port {port}, but not on 127.0.0.1";
        }
        return Members().Any(pid => SocketOwners.Holds(pid, reachable))
            ? null
            : $"port {port} is held by a stranger, {PortOwner.Find(port)?.ToString() ?? "a process that this user can't see"}";
    }

    private IEnumerable<int> Members()
    {
        var own = process.Identity.Pid;
        return ProcessTable.All().Where(each => each.Pid == own || each.Session == own).Select(each => each.Pid).OrderBy(pid => pid != own);
    }

    // A bare socket: an HTTP client costs the supervisor 50 ms while the services want the processor, and only the status matters.
    private async Task<string> AnswerAsync(Socket socket, CancellationToken cancel)
    {
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: */*\r\nConnection: close\r\n\r\n"), cancel);
        return await StatusAsync(stream, cancel) is { } answer ? $"GET {path} answered {answer}" : $"GET {path} got no HTTP answer";
    }

    private static async Task<string?> StatusAsync(Stream stream, CancellationToken cancel)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var status = (await reader.ReadLineAsync(cancel))?.Split(' ') is ["HTTP/1.1" or "HTTP/1.0", { Length: 3 } code, ..] ? code : null;
        while (status is not (null or "200") && await reader.ReadLineAsync(cancel) is { Length: > 0 } header)
        {
            if (header.StartsWith("location:", StringComparison.OrdinalIgnoreCase))
            {
                return $"{status}, a redirect to{header["location:".Length..]}";
            }
        }
        return status;
    }
}
