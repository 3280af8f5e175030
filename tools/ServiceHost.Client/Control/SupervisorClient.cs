using ServiceHost.Client.Storage;

namespace ServiceHost.Client;

/// <summary>Holds a lease on running services: they live at least as long as this object, or as its process. Made for builds, test processes and terminals alike.</summary>
public sealed class SupervisorClient : IDisposable
{
    // A stop takes as long as the slowest service may, which its manifest says.
    private static readonly TimeSpan s_longestStop = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan s_longestKill = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_longestStopOfOthers = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_longestKillOfOthers = TimeSpan.FromSeconds(10);

    private readonly LaunchOptions _options;
    private readonly string _holder;
    private readonly ControlConnection _connection;
    private readonly Action<RunEvent> _onEvent;
    private readonly CancellationTokenSource _closed = new();
    private readonly TaskCompletionSource<IReadOnlyList<SuiteError>> _start = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<SuiteError> _fault = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private readonly List<RunEvent> _events = [];
    private readonly Task _reading;
    private bool _releasing;

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
        (_options, _holder, _connection, _onEvent, Attached) = (options, holder, connection, onEvent, !started);
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
    public Task<SuiteError> Fault => _fault.Task;

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
        if (await _start.Task.WaitAsync(cancel) is { Count: > 0 } errors)
        {
            throw new SuiteException(errors);
        }
    }

    /// <summary>Gives the lease back. The last holder waits until everything has stopped and the supervisor has ended.</summary>
    /// <returns>The events from then on: what was killed (<see cref="RunEventKind.ServiceKilled"/>), what was left (<see cref="RunEventKind.StopFailed"/>).</returns>
    public async Task<IReadOnlyList<RunEvent>> ReleaseAsync(CancellationToken cancel)
    {
        int before;
        lock (_lock)
        {
            _releasing = true;
            before = _events.Count;
        }
        await SendAsync(ControlVerb.Release, cancel);
        await _reading.WaitAsync(cancel);
        if (Has(RunEventKind.Stopped) || Has(RunEventKind.SupervisorLost))
        {
            await InitialState.Supervisor.WaitForEndAsync(cancel);
        }
        lock (_lock)
        {
            return _events[before..];
        }
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

    /// <summary>The state of what runs now.</summary>
    /// <returns>Null when nothing runs.</returns>
    /// <exception cref="SuiteException">Something does, and does not answer.</exception>
    public static async Task<RunState?> StatusAsync(LaunchOptions options, CancellationToken cancel)
    {
        using var connection = await SupervisorDoor.TryConnectAsync(options, cancel);
        if (connection is null)
        {
            return null;
        }
        return await SupervisorDoor.AskAsync<RunState>(
            connection,
            new ControlRequest(ControlVerb.Status, "status", Environment.ProcessId),
            options,
            cancel
        );
    }

    /// <summary>Stops everything, whoever holds a lease, and waits for its end.</summary>
    /// <param name="options">Where the run is.</param>
    /// <param name="verb"><see cref="ControlVerb.Stop"/>, or <see cref="ControlVerb.Kill"/> to ask nobody.</param>
    /// <param name="holder">Who wants it, in words.</param>
    /// <param name="onEvent">Told every event of the run, past ones first.</param>
    /// <param name="cancel">Calls the waiting off.</param>
    /// <param name="patience">How long the stop, and then the supervisor's end, may take: unless given, 15 minutes, and half a minute with <see cref="ControlVerb.Kill"/>; of another user's run, which root may stop, 30 and 10 seconds.</param>
    /// <returns>False when nothing runs.</returns>
    /// <exception cref="SuiteException">Something does, and does not answer. With <see cref="ControlVerb.Kill"/> it is killed instead, and its watchdog ends what it started.</exception>
    public static async Task<bool> StopAsync(
        LaunchOptions options,
        ControlVerb verb,
        string holder,
        Action<RunEvent> onEvent,
        CancellationToken cancel,
        TimeSpan? patience = null
    )
    {
        var state = RunState.TryRead(options.StateFile);
        using var connection = await SupervisorDoor.TryConnectAsync(options, cancel);
        if (connection is null || state is null)
        {
            return false;
        }
        var longest = patience ?? Longest(verb, options);
        try
        {
            await StopAsync(connection, state, new ControlRequest(verb, holder, Environment.ProcessId), options, onEvent, longest, cancel);
            return true;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new SuiteException(SupervisorDoor.NoAnswer(options));
        }
    }

    private static async Task StopAsync(
        ControlConnection connection,
        RunState state,
        ControlRequest request,
        LaunchOptions options,
        Action<RunEvent> onEvent,
        TimeSpan longest,
        CancellationToken cancel
    )
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        stopping.CancelAfter(longest);
        try
        {
            for (
                var each = await SupervisorDoor.AskAsync<RunEvent>(connection, request, options, stopping.Token);
                each is not null;
                each = await connection.ReadAsync<RunEvent>(stopping.Token)
            )
            {
                onEvent(each);
            }
        }
        catch (Exception e)
            when (request.Verb == ControlVerb.Kill && (e is SuiteException or OperationCanceledException) && !cancel.IsCancellationRequested
            )
        {
            KillHanging(state, options);
            ending.CancelAfter(longest);
            await (state.Watchdog?.WaitForEndAsync(ending.Token) ?? Task.CompletedTask);
        }
        ending.CancelAfter(longest);
        await state.Supervisor.WaitForEndAsync(ending.Token);
    }

    /// <summary>Closes the connection: gives the lease up and waits for nothing.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _releasing = true;
        }
        _closed.Cancel();
        _connection.Dispose();
    }

    // To root, the state file may be another user's, who says in it what he likes.
    private static TimeSpan Longest(ControlVerb verb, LaunchOptions options) =>
        (verb == ControlVerb.Kill, OperatingSystem.IsWindows() || FileStatus.TryRead(options.StateFile)?.User == Users.Own) switch
        {
            (true, true) => s_longestKill,
            (true, false) => s_longestKillOfOthers,
            (false, true) => s_longestStop,
            (false, false) => s_longestStopOfOthers,
        };

    // The state file names it; that it has the folder's lock open proves it.
    private static void KillHanging(RunState state, LaunchOptions options)
    {
        if (state.SupervisorLives() && (!OperatingSystem.IsLinux() || RunLockFile.IsHeldBy(options.LockFile, state.Supervisor.Pid)))
        {
            state.Supervisor.Kill();
        }
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
            _start.TrySetResult(StartErrors());
        }
        catch (Exception e)
        {
            _start.TrySetException(e);
            throw;
        }
    }

    private async Task ReadAllAsync(RunEvent first)
    {
        for (RunEvent? each = first; each is not null; each = await ReadNextAsync())
        {
            Take(each);
        }
        if (!Has(RunEventKind.Stopped) && !Has(RunEventKind.LeaseReleased) && !_closed.IsCancellationRequested)
        {
            var error = SupervisorDoor.Lost(InitialState);
            Take(new RunEvent(DateTimeOffset.UtcNow, RunEventKind.SupervisorLost, Message: error.Message, Error: error));
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

    private void Take(RunEvent each)
    {
        lock (_lock)
        {
            _events.Add(each);
        }
        _onEvent(each);
        var cutShort = each.Kind == RunEventKind.LeaseCutShort && Has(RunEventKind.Ready);
        if (each.Error is { } error && (cutShort || (each.Kind is RunEventKind.ServiceDied or RunEventKind.SupervisorLost && !_releasing)))
        {
            _fault.TrySetResult(error);
        }
        if (Has(RunEventKind.Ready) && Has(RunEventKind.LeaseGranted))
        {
            _start.TrySetResult([]);
        }
    }

    private bool Has(RunEventKind kind)
    {
        lock (_lock)
        {
            return _events.Exists(each => each.Kind == kind);
        }
    }

    private List<SuiteError> StartErrors()
    {
        lock (_lock)
        {
            var errors = _events
                .Where(each => each is { Kind: RunEventKind.StartFailed or RunEventKind.SupervisorLost, Error: not null })
                .Select(each => each.Error!)
                .ToList();
            return errors.Count > 0
                ? errors
                : [new SuiteError(ErrorCodes.StartCancelled, "The services were stopped before they were ready.")];
        }
    }
}
