using System.Net.Sockets;
using System.Text;
using ServiceHost.Ports;
using ServiceHost.Processes;

namespace ServiceHost.Supervision;

/// <summary>Asks a service whether it is healthy, and remembers what it saw. Only a socket of the service's own processes counts.</summary>
/// <param name="port">The service's port.</param>
/// <param name="path">The path that answers 200 once it is healthy.</param>
/// <param name="process">The service.</param>
internal sealed class HealthProbe(int port, string path, IRunningProcess process)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    /// <summary>What the last look saw, to follow "after 30 s".</summary>
    public string LastSeen { get; private set; } = "nothing was seen yet";

    /// <summary>Looks once.</summary>
    /// <returns>Whether it is healthy.</returns>
    public async Task<bool> LookAsync(CancellationToken cancel)
    {
        if (OperatingSystem.IsLinux() && SocketObstacle() is { } obstacle)
        {
            LastSeen = obstacle;
            return false;
        }
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(s_patience);
        try
        {
            LastSeen = await AskAsync(patience.Token) is { } answer ? $"GET {path} answered {answer}" : $"GET {path} got no HTTP answer";
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            LastSeen = $"GET {path} was not answered within {s_patience.TotalSeconds:0} s";
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            LastSeen = $"GET {path} failed: {e.Message}";
        }
        return LastSeen.EndsWith(" answered 200", StringComparison.Ordinal);
    }

    // Cheap, and without exceptions: most looks find nobody listening yet.
    private string? SocketObstacle()
    {
        var listeners = ListenTable.ReadShared().Where(listener => listener.Port == port).ToList();
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
    private async Task<string?> AskAsync(CancellationToken cancel)
    {
        using var client = new TcpClient(AddressFamily.InterNetwork);
        await client.ConnectAsync("127.0.0.1", port, cancel);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: */*\r\nConnection: close\r\n\r\n"), cancel);
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
