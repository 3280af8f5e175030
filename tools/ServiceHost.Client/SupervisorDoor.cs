namespace ServiceHost.Client;

/// <summary>The way to a supervisor: finds the one that runs, starts one when none does, waits for the end of one that stops.</summary>
internal sealed class SupervisorDoor(LaunchOptions options)
{
    private const int MostLaunches = 3;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Asks for a lease until one is promised.</summary>
    /// <returns>The connection, the state, whether this call started the supervisor, and its first answer.</returns>
    /// <exception cref="SuiteException">No supervisor can be started, or the one that runs does not answer.</exception>
    public async Task<(ControlConnection Connection, RunState State, bool Started, RunEvent First)> EnterAsync(ControlRequest request, CancellationToken cancel)
    {
        var (began, launches, started) = (TimeProvider.System.GetTimestamp(), 0, false);
        while (true)
        {
            if (FindRunning(options) is { } state)
            {
                if (await TryEnterAsync(state, request, cancel) is { } entered)
                {
                    return (entered.Connection, state, started, entered.First);
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
                started &= state.Supervisor.IsAlive();
            }
            else if (launches++ < MostLaunches)
            {
                await SupervisorLauncher.LaunchAsync(options, cancel);
                started = true;
            }
            else
            {
                break;
            }
        }
        throw new SuiteException(NoAnswer());
    }

    /// <summary>Connects to the supervisor that runs.</summary>
    /// <returns>Null when none does.</returns>
    public static async Task<ControlConnection?> TryConnectAsync(LaunchOptions options, CancellationToken cancel) =>
        FindRunning(options) is { } state ? await ControlConnection.TryOpenAsync(state.ControlPipe, cancel) : null;

    /// <summary>The error of a connection that broke.</summary>
    public static SuiteError Lost(RunState state) => new(
        ErrorCodes.SupervisorLost,
        $"The supervisor (process {state.Supervisor.Pid}) ended while its services were in use; its watchdog ends them. Was it killed? Run again.");

    private static RunState? FindRunning(LaunchOptions options) =>
        RunState.TryRead(options.StateFile) is { Phase: not RunPhase.Stopped } state && state.Supervisor.IsAlive() ? state : null;

    private static async Task<(ControlConnection Connection, RunEvent First)?> TryEnterAsync(RunState state, ControlRequest request, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(s_patience);
        var connection = await ControlConnection.TryOpenAsync(state.ControlPipe, cancel);
        try
        {
            if (connection is not null)
            {
                await connection.SendAsync(request, patience.Token);
                if (await connection.ReadAsync<RunEvent>(patience.Token) is { Kind: RunEventKind.LeaseGranted or RunEventKind.LeaseWaiting } first)
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

    private SuiteError NoAnswer()
    {
        var state = RunState.TryRead(options.StateFile);
        return new SuiteError(
            ErrorCodes.SupervisorFailed,
            $"The supervisor{(state is null ? "" : $" (process {state.Supervisor.Pid})")} of '{options.RunDirectory}' does not answer. End it (kill -9 {state?.Supervisor.Pid}); its watchdog ends its services. Then run again.");
    }
}
