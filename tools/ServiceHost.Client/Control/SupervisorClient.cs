namespace IntegrationSuite.ServiceHost.Client;

/// <summary>Holds a lease on running services: they live at least as long as this object, or as its process. Made for builds, test processes and terminals alike.</summary>
public sealed class SupervisorClient : IDisposable
{
    private readonly LaunchOptions _options;
    private readonly string _holder;
    private readonly ControlConnection _connection;
    private readonly LeaseEvents _events;
    private readonly CancellationTokenSource _closed = new();
    private readonly Task _reading;

    private SupervisorClient(
        LaunchOptions options,
        string holder,
        ControlConnection connection,
        RunState state,
        bool started,
        RunEvent first,
        Action<RunEvent> onEvent
    )
    {
        (_options, _holder, _connection, _events, Attached) = (options, holder, connection, new LeaseEvents(onEvent), !started);
        InitialState = state;
        _reading = Task.Run(() => ReadAsync(first));
    }

    /// <summary>Whether the services ran already, started by somebody else.</summary>
    public bool Attached { get; }

    /// <summary>The state when the lease was asked for: the services in the manifest's order, their titles. Ports may follow when they are dynamic.</summary>
    public RunState InitialState { get; }

    /// <summary>The state now, as the state file tells it.</summary>
    public RunState State => RunState.TryRead(_options.StateFile) is { } state && state.RunId == InitialState.RunId ? state : InitialState;

    /// <summary>Ends with the first error that befalls the run while the lease is held: a service died, the supervisor was killed, or somebody else stopped the services. Errors before the lease count too.</summary>
    public Task<SuiteError> Fault => _events.Fault;

    /// <summary>Attaches to the services that run, or starts them.</summary>
    /// <param name="options">How to start them, and where a run would be.</param>
    /// <param name="lease"><see cref="ControlVerb.Hold"/>, <see cref="ControlVerb.Test"/> or <see cref="ControlVerb.TestExclusive"/>.</param>
    /// <param name="holder">Who holds it, in words, for messages to others.</param>
    /// <param name="onEvent">Told every event of the run, past ones first, one at a time, on another thread.</param>
    /// <param name="cancel">Calls it off.</param>
    /// <exception cref="SuiteException">The supervisor could not start: a wrong manifest, an unusable folder.</exception>
    public static async Task<SupervisorClient> AttachOrStartAsync(
        LaunchOptions options,
        ControlVerb lease,
        string holder,
        Action<RunEvent> onEvent,
        CancellationToken cancel
    )
    {
        var door = new SupervisorDoor(options);
        var (connection, state, started, first) = await door.EnterAsync(new ControlRequest(lease, holder, Environment.ProcessId), cancel);
        var client = new SupervisorClient(options, holder, connection, state, started, first, onEvent);
        if (options.KeepRunning && !state.KeptRunning)
        {
            await client.SendAsync(ControlVerb.Keep, cancel);
        }
        return client;
    }

    /// <summary>Waits until all services are healthy and the lease is granted.</summary>
    /// <exception cref="SuiteException">The start failed: every error of it.</exception>
    public async Task WaitReadyAsync(CancellationToken cancel)
    {
        if (await _events.Start.WaitAsync(cancel) is { Count: > 0 } errors)
        {
            throw new SuiteException(errors);
        }
    }

    /// <summary>Gives the lease back. The last holder waits until everything has stopped and the supervisor has ended.</summary>
    /// <returns>The events from then on: what was killed (<see cref="RunEventKind.ServiceKilled"/>), what was left (<see cref="RunEventKind.StopFailed"/>).</returns>
    public async Task<IReadOnlyList<RunEvent>> ReleaseAsync(CancellationToken cancel)
    {
        var before = _events.BeginRelease();
        await SendAsync(ControlVerb.Release, cancel);
        await _reading.WaitAsync(cancel);
        if (_events.Has(RunEventKind.Stopped) || _events.Has(RunEventKind.SupervisorLost))
        {
            await InitialState.Supervisor.WaitForEndAsync(cancel);
        }
        return _events.Since(before);
    }

    /// <summary>Changes one service: <see cref="ControlVerb.StopService"/>, <see cref="ControlVerb.StartService"/>, <see cref="ControlVerb.PauseService"/> or <see cref="ControlVerb.ResumeService"/>. Returns when it is done.</summary>
    /// <exception cref="SuiteException">There is no such service, or it can't be done.</exception>
    public async Task ChangeServiceAsync(ControlVerb verb, string service, CancellationToken cancel)
    {
        using var connection =
            await ControlConnection.TryOpenAsync(InitialState.ControlPipe, cancel)
            ?? throw new SuiteException(SupervisorDoor.Lost(InitialState));
        await connection.SendAsync(new ControlRequest(verb, _holder, Environment.ProcessId, service), cancel);
        var answer = await connection.ReadAsync<RunEvent>(cancel) ?? throw new SuiteException(SupervisorDoor.Lost(InitialState));
        if (answer.Error is { } error)
        {
            throw new SuiteException(error);
        }
    }

    /// <summary>Starts a second instance of a service and waits until it is healthy.</summary>
    /// <param name="service">The service's name in the manifest.</param>
    /// <param name="env">Environment on top of the service's own: other addresses of its neighbours, another database.</param>
    /// <param name="cancel">Calls it off.</param>
    /// <exception cref="SuiteException">There is no such service, or the instance was not healthy in time.</exception>
    public Task<InstanceLease> AddInstanceAsync(string service, IReadOnlyDictionary<string, string> env, CancellationToken cancel) =>
        InstanceLease.TakeAsync(
            InitialState,
            new ControlRequest(ControlVerb.AddInstance, _holder, Environment.ProcessId, service, env),
            cancel
        );

    /// <summary>Closes the connection: gives the lease up and waits for nothing.</summary>
    public void Dispose()
    {
        _events.BeginRelease();
        _closed.Cancel();
        _connection.Dispose();
    }

    private async Task SendAsync(ControlVerb verb, CancellationToken cancel)
    {
        try
        {
            await _connection.SendAsync(new ControlRequest(verb, _holder, Environment.ProcessId), cancel);
        }
        catch (IOException)
        {
            // The other side is gone: the reader notices it too and tells it as an event.
        }
    }

    /// <summary>Tells all events. Whoever waits for the start hears of its end in any case, also when the handler of an event throws.</summary>
    private async Task ReadAsync(RunEvent first)
    {
        try
        {
            await ReadAllAsync(first);
            _events.EndStart();
        }
        catch (Exception e)
        {
            _events.FailStart(e);
            throw;
        }
    }

    private async Task ReadAllAsync(RunEvent first)
    {
        for (RunEvent? each = first; each is not null; each = await ReadNextAsync())
        {
            _events.Take(each);
        }
        if (!_events.Has(RunEventKind.Stopped) && !_events.Has(RunEventKind.LeaseReleased) && !_closed.IsCancellationRequested)
        {
            var error = SupervisorDoor.Lost(InitialState);
            _events.Take(new RunEvent(DateTimeOffset.UtcNow, RunEventKind.SupervisorLost, Message: error.Message, Error: error));
        }
    }

    private async Task<RunEvent?> ReadNextAsync()
    {
        try
        {
            return await _connection.ReadAsync<RunEvent>(_closed.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
