using IntegrationSuite.ServiceHost.Client.Storage;

namespace IntegrationSuite.ServiceHost.Client;

/// <summary>What is asked of the supervisor of a run, whoever holds a lease.</summary>
public static class SupervisorRequests
{
    // A stop takes as long as the slowest service may, which its manifest says.
    private static readonly TimeSpan s_longestStop = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan s_longestKill = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_longestStopOfOthers = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_longestKillOfOthers = TimeSpan.FromSeconds(10);

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
}
