using System.Text.Json;

namespace IntegrationSuite.ServiceHost.Client;

/// <summary>The way to a supervisor: finds the one that runs, starts one when none does, waits for the end of one that stops.</summary>
internal sealed class SupervisorDoor(LaunchOptions options)
{
    private const int MostLaunches = 3;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_answer = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Asks for a lease until one is promised.</summary>
    /// <returns>The connection, the state, whether this call started the supervisor, and its first answer.</returns>
    /// <exception cref="SuiteException">No supervisor can be started, or the one that runs does not answer.</exception>
    public async Task<(ControlConnection Connection, RunState State, bool Started, RunEvent First)> EnterAsync(
        ControlRequest request,
        CancellationToken cancel
    )
    {
        var (began, launches, own) = (TimeProvider.System.GetTimestamp(), 0, (string?)null);
        while (true)
        {
            if (FindRunning(options) is { } state)
            {
                if (await TryEnterAsync(state, request, cancel) is { } entered)
                {
                    return (entered.Connection, state, state.RunId == own, entered.First);
                }
                if (TimeProvider.System.GetElapsedTime(began) > s_patience)
                {
                    break;
                }
                // It stops, and its end is waited for; or the machine is busy, and it is asked again.
                using var pause = CancellationTokenSource.CreateLinkedTokenSource(cancel);
                pause.CancelAfter(s_pause);
                await state.Supervisor.WaitForEndAsync(pause.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                cancel.ThrowIfCancellationRequested();
            }
            else if (StartErrorsOf(own) is { Count: > 0 } errors)
            {
                // It failed and ended before this process, on a busy machine, came to ask: a second start would hide that.
                throw new SuiteException(errors);
            }
            else if (RunsElsewhere() is { } elsewhere)
            {
                throw new SuiteException(elsewhere);
            }
            else if (launches++ < MostLaunches)
            {
                own = await SupervisorLauncher.LaunchAsync(options, cancel) ? RunState.TryRead(options.StateFile)?.RunId : null;
            }
            else
            {
                break;
            }
        }
        throw new SuiteException(NoAnswer(options));
    }

    /// <summary>Connects to the supervisor that runs.</summary>
    /// <returns>Null when none does.</returns>
    /// <exception cref="SuiteException">One does, but can't be found: its state file was cut short.</exception>
    public static async Task<ControlConnection?> TryConnectAsync(LaunchOptions options, CancellationToken cancel)
    {
        if (FindRunning(options) is { } state)
        {
            return await ControlConnection.TryOpenAsync(state.ControlPipe, cancel);
        }
        return HidesRun(options) ? throw new SuiteException(NoAnswer(options)) : null;
    }

    /// <summary>Asks, and waits for the first answer.</summary>
    /// <returns>Null when the connection was closed.</returns>
    /// <exception cref="SuiteException">The supervisor does not answer: it is suspended, or hangs.</exception>
    public static async Task<T?> AskAsync<T>(
        ControlConnection connection,
        ControlRequest request,
        LaunchOptions options,
        CancellationToken cancel
    )
        where T : class
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(s_answer);
        try
        {
            await connection.SendAsync(request, patience.Token);
            return await connection.ReadAsync<T>(patience.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new SuiteException(NoAnswer(options));
        }
    }

    /// <summary>The error of a connection that broke.</summary>
    public static SuiteError Lost(RunState state) =>
        new(
            ErrorCodes.SupervisorLost,
            $"The supervisor (process {state.Supervisor.Pid}) ended while its services were in use; its watchdog ends them. Was it killed? Run again."
        );

    private static RunState? FindRunning(LaunchOptions options) =>
        RunState.TryRead(options.StateFile) is { Phase: not RunPhase.Stopped } state && state.SupervisorLives() ? state : null;

    private static async Task<(ControlConnection Connection, RunEvent First)?> TryEnterAsync(
        RunState state,
        ControlRequest request,
        CancellationToken cancel
    )
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(s_patience);
        var connection = await ControlConnection.TryOpenAsync(state.ControlPipe, cancel);
        try
        {
            if (connection is not null)
            {
                await connection.SendAsync(request, patience.Token);
                if (
                    await connection.ReadAsync<RunEvent>(patience.Token) is
                    { Kind: RunEventKind.LeaseGranted or RunEventKind.LeaseWaiting } first
                )
                {
                    return (connection, first);
                }
            }
        }
        catch (Exception e) when (e is IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            // It ended just now, or hangs: the caller waits for its end and gives up in time.
        }
        connection?.Dispose();
        return null;
    }

    /// <summary>The errors by which the start of a run failed, if it is the last one that was here.</summary>
    private List<SuiteError> StartErrorsOf(string? runId)
    {
        if (runId is null || RunState.TryRead(options.StateFile)?.RunId != runId)
        {
            return [];
        }
        try
        {
            var events = File.ReadLines(options.EventsFile).Select(line => JsonSerializer.Deserialize<RunEvent>(line, ClientJson.Options)!);
            return [.. events.Where(each => each.Kind == RunEventKind.StartFailed).Select(each => each.Error).OfType<SuiteError>()];
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return []; // it was killed while it wrote a line, and has told of no failed start
        }
    }

    // Its process ids mean nothing here, and its socket may be out of reach; but the lock is the same.
    private SuiteError? RunsElsewhere() =>
        RunState.TryRead(options.StateFile) is { IsOfThisSpace: false, Phase: not RunPhase.Stopped } state
        && RunLockFile.IsHeld(options.LockFile)
            ? new SuiteError(
                ErrorCodes.AlreadyRunning,
                $"Services already run in '{options.RunDirectory}', started in another container that shares this folder, since {state.StartedAt.ToLocalTime():yyyy-MM-dd HH:mm:ss}. "
                    + "Stop them there, or choose another folder with --artifacts."
            )
            : null;

    // A supervisor keeps the folder's lock as long as it lives, and writes its state whole: only somebody else can have cut it short.
    private static bool HidesRun(LaunchOptions options) =>
        File.Exists(options.StateFile) && RunState.TryRead(options.StateFile) is null && RunLockFile.IsHeld(options.LockFile);

    /// <summary>The error of one that is asked in vain.</summary>
    public static SuiteError NoAnswer(LaunchOptions options) =>
        new(
            ErrorCodes.SupervisorFailed,
            RunState.TryRead(options.StateFile) is { } state
                ? $"The supervisor (process {state.Supervisor.Pid}) of '{options.RunDirectory}' does not answer: it is suspended, or hangs. End it (servicehost down --now, or kill -9 {state.Supervisor.Pid}); its watchdog ends its services. Then run again."
                : $"Services run in '{options.RunDirectory}', but their state file was cut short or removed, so that their supervisor can't be asked. Which process it is, and how to stop it, says: servicehost doctor --artifacts \"{options.ArtifactsDirectory}\""
        );
}
