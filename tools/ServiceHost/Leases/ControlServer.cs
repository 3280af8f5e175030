using System.IO.Pipes;

namespace ServiceHost.Leases;

/// <summary>Takes connections on the control pipe and gives each a session.</summary>
internal sealed class ControlServer : IAsyncDisposable
{
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(1);

    private readonly string _pipe;
    private readonly IControlTarget _target;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _sessions = [];
    private readonly Task _accepting;

    /// <summary>Listens from now on.</summary>
    public ControlServer(string pipe, IControlTarget target)
    {
        (_pipe, _target) = (pipe, target);
        _accepting = AcceptAsync(Create());
    }

    /// <summary>Ends: no new connections, those that are there get their last lines, and the pipe is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        await Task.WhenAny(Task.WhenAll(_sessions), Task.Delay(s_farewell)); // one that doesn't read must not keep us
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(_pipe);
        }
    }

    private async Task AcceptAsync(NamedPipeServerStream pipe)
    {
        try
        {
            while (true)
            {
                await pipe.WaitForConnectionAsync(_stop.Token);
                var connected = pipe;
                pipe = Create(); // before the session may end: without any instance the pipe would vanish
                _sessions.RemoveAll(session => session.IsCompleted);
                _sessions.Add(Task.Run(() => new ControlSession(connected, _target).RunAsync()));
            }
        }
        catch (OperationCanceledException)
        {
            await pipe.DisposeAsync();
        }
    }

    private NamedPipeServerStream Create() => new(
        _pipe, PipeDirection.InOut, NamedPipeServerStream.MaxAllowedServerInstances, PipeTransmissionMode.Byte,
        PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
}
