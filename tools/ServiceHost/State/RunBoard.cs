using System.Text.Json;
using System.Threading.Channels;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Storage;

namespace IntegrationSuite.ServiceHost.State;

/// <summary>The one place that knows the run's state and events: keeps them on disk and tells those who listen.</summary>
internal sealed class RunBoard : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<RunEvent> _events = [];
    private readonly List<Channel<RunEvent>> _listeners = [];
    private readonly TaskCompletionSource<SuiteError> _writeFailed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _stateFile;
    private readonly FileStream _eventFile;

    /// <summary>Writes the first state.</summary>
    /// <exception cref="IOException">The folder can't be written.</exception>
    public RunBoard(RunState state, string stateFile, string eventFile)
    {
        (State, _stateFile) = (state, stateFile);
        _eventFile = new FileStream(eventFile, PrivateFolder.File0600(FileMode.Append, FileAccess.Write, FileShare.ReadWrite));
        WriteState();
    }

    /// <summary>The state now.</summary>
    public RunState State { get; private set; }

    /// <summary>Ends with the error when state or events can't be written any more: a full disk.</summary>
    public Task<SuiteError> WriteFailed => _writeFailed.Task;

    /// <summary>Changes the state.</summary>
    public void Update(Func<RunState, RunState> change)
    {
        lock (_lock)
        {
            State = change(State);
            Try(WriteState);
        }
    }

    /// <summary>Changes the state of one service, or of a second instance.</summary>
    public void Update(string service, Func<ServiceState, ServiceState> change)
    {
        Update(state => state with { Services = Changed(state.Services), Instances = Changed(state.Instances) });

        IReadOnlyList<ServiceState> Changed(IReadOnlyList<ServiceState> services) =>
            [.. services.Select(each => each.Name == service ? change(each) : each)];
    }

    /// <summary>Tells an event.</summary>
    public void Publish(
        RunEventKind kind,
        string? service = null,
        string? message = null,
        SuiteError? error = null,
        int? port = null,
        double? milliseconds = null
    )
    {
        var happened = new RunEvent(DateTimeOffset.UtcNow, kind, service, message, error, port, milliseconds);
        lock (_lock)
        {
            _events.Add(happened);
            Try(() => WriteEvent(happened));
            _listeners.ForEach(listener => listener.Writer.TryWrite(happened));
        }
    }

    /// <summary>All services are healthy: tells it, unless the start has failed meanwhile. One or the other is told, never both.</summary>
    public void PublishReady(double milliseconds)
    {
        lock (_lock)
        {
            if (!_events.Exists(each => each.Kind == RunEventKind.StartFailed))
            {
                Update(state => state with { Phase = RunPhase.Ready });
                Publish(RunEventKind.Ready, milliseconds: milliseconds);
            }
        }
    }

    /// <summary>Tells an error that befell the run itself, by the phase that it meets: a failed start, a fault while in use, or a failed stop.</summary>
    public void PublishFault(SuiteError error)
    {
        lock (_lock)
        {
            var kind = State.Phase switch
            {
                RunPhase.Ready => RunEventKind.ServiceDied,
                RunPhase.Stopping => RunEventKind.StopFailed,
                _ => RunEventKind.StartFailed,
            };
            Publish(kind, message: error.Message, error: error);
        }
    }

    /// <summary>A channel of all events so far and to come, after some that are only for this listener. It is completed after the last.</summary>
    public Channel<RunEvent> Listen(params IEnumerable<RunEvent> first)
    {
        var channel = Channel.CreateUnbounded<RunEvent>();
        lock (_lock)
        {
            foreach (var each in first.Concat(_events))
            {
                channel.Writer.TryWrite(each);
            }
            _listeners.Add(channel);
        }
        return channel;
    }

    /// <summary>Ends a listener's channel.</summary>
    public void Forget(Channel<RunEvent> listener)
    {
        lock (_lock)
        {
            _listeners.Remove(listener);
        }
        listener.Writer.TryComplete();
    }

    /// <summary>No more events: completes all channels.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _listeners.ForEach(listener => listener.Writer.TryComplete());
            _eventFile.Dispose();
        }
    }

    private void WriteState()
    {
        var temporary = _stateFile + ".new";
        using (var file = new FileStream(temporary, PrivateFolder.File0600(FileMode.Create, FileAccess.Write, FileShare.None)))
        {
            JsonSerializer.Serialize(file, State, ClientJson.Indented);
        }
        File.Move(temporary, _stateFile, overwrite: true);
    }

    private void WriteEvent(RunEvent happened)
    {
        JsonSerializer.Serialize(_eventFile, happened, ClientJson.Options);
        _eventFile.WriteByte((byte)'\n');
        _eventFile.Flush();
    }

    // A full disk must not keep the supervisor from stopping what it started: it is told once and decides.
    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _writeFailed.TrySetResult(
                new SuiteError(
                    ErrorCodes.RunDirectoryUnusable,
                    $"The run's state can't be written: {e.Message} Free some space, then run again.",
                    File: _stateFile
                )
            );
        }
    }
}
