namespace IntegrationSuite.ServiceHost.Control;

/// <summary>Takes connections on the control pipe and gives each a session.</summary>
internal sealed class ControlServer : IAsyncDisposable
{
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(1);

    private readonly IControlListener _listener;
    private readonly IControlTarget _target;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _sessions = [];
    private readonly Task _accepting;

    /// <summary>Listens from now on.</summary>
    public ControlServer(string pipe, IControlTarget target)
    {
        (_listener, _target) = (OperatingSystem.IsWindows() ? new PipeListener(pipe) : new SocketListener(pipe), target);
        _accepting = AcceptAsync();
    }

    /// <summary>Ends: no new connections, those that are there get their last lines, and the pipe is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        await Task.WhenAny(Task.WhenAll(_sessions), Task.Delay(s_farewell)); // one that doesn't read must not keep us
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                if (await _listener.AcceptAsync(_stop.Token) is { } connected)
                {
                    _sessions.RemoveAll(session => session.IsCompleted);
                    _sessions.Add(Task.Run(() => new ControlSession(connected, _target).RunAsync()));
                }
            }
        }
        catch (OperationCanceledException)
        {
            // It ends.
        }
    }
}
