using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Containers;
using IntegrationSuite.ServiceHost.Health;
using IntegrationSuite.ServiceHost.Ports;
using IntegrationSuite.ServiceHost.Processes;
using IntegrationSuite.ServiceHost.State;

namespace IntegrationSuite.ServiceHost.Supervision;

/// <summary>One service of the run: launches it, waits for its health, notices its death, stops it.</summary>
internal sealed class ServiceUnit
{
    // The kernel closes the sockets of a process that dies a moment before it tells its end.
    private static readonly TimeSpan s_lastMoments = TimeSpan.FromMilliseconds(200);

    private readonly RunSetup _setup;
    private readonly ServicePlan _plan;
    private readonly ServiceBoard _board;
    private readonly ServiceStop _stop;
    private readonly SemaphoreSlim _turn = new(1);
    private IRunningProcess? _process;
    private IPortCheck? _check;
    private long _logStart;
    private volatile bool _asked;

    /// <summary>Finds out what to run.</summary>
    /// <param name="setup">The run.</param>
    /// <param name="entry">The service.</param>
    /// <param name="stage">The name of the service whose copy it runs from, when it is a second instance of that.</param>
    /// <exception cref="SuiteException">Its project is not built.</exception>
    public ServiceUnit(RunSetup setup, ServiceEntry entry, string? stage = null)
    {
        (_setup, Entry) = (setup, entry);
        _plan = new ServicePlan(setup, entry, stage ?? entry.Name);
        _board = new ServiceBoard(setup.Board, entry);
        _stop = new ServiceStop(setup, entry, _board, _plan.Container);
    }

    /// <summary>What the manifest says.</summary>
    public ServiceEntry Entry { get; }

    /// <summary>Its port; of several the first.</summary>
    public int Port => State.Port;

    /// <summary>All its ports.</summary>
    public IReadOnlyList<ServicePort> Ports => _board.Ports;

    /// <summary>It is healthy, or was and has just died; nobody asked it to stop.</summary>
    public bool IsInUse => !_asked && State.Phase == RunPhase.Ready;

    private ServiceState State => _board.State;

    private IEnumerable<int> Numbers => Ports.Select(port => port.Number);

    /// <summary>Makes what it runs from.</summary>
    /// <exception cref="SuiteException">It can't be written.</exception>
    public void Prepare() => _plan.Prepare();

    /// <summary>Starts it and waits until it is healthy.</summary>
    /// <exception cref="SuiteException">It was not.</exception>
    public async Task StartAsync(CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            await ForgetDeadAsync();
            await RunBeforeAsync(cancel);
            var started = TimeProvider.System.GetTimestamp();
            if (Entry.Kind == ServiceKind.Job)
            {
                await RunAsync(_plan.Spec(State), $"The job {Entry.Title}", RunSetup.JobTimeout(Entry), cancel);
                _board.Set(RunPhase.Completed, new ExitState(0, Forced: false, Unasked: true));
                _board.Tell(RunEventKind.JobCompleted, started);
                return;
            }
            var process = await LaunchAsync(cancel);
            await WaitHealthyAsync(process, cancel);
            _board.Set(RunPhase.Ready);
            _board.Tell(RunEventKind.ServiceHealthy, started, Port);
            _ = NoticeDeathAsync(process);
        }
        catch (LaunchException e)
        {
            _board.Set(RunPhase.Failed);
            throw new SuiteException(new SuiteError(ErrorCodes.LaunchFailed, $"{Entry.Title} can't be launched: {e.Message}", Entry.Name));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Stops it, if it runs: asked first, killed after its timeout.</summary>
    /// <param name="hurry">Once cancelled, it is killed at once.</param>
    public async Task StopAsync(CancellationToken hurry)
    {
        _asked = true;
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            if (_process is { } process)
            {
                await _stop.RunAsync(process, _logStart, hurry);
            }
            _process = null;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Tells it as a fault when it does not listen any more though it lives and is in use.</summary>
    /// <param name="now">Who listens.</param>
    public async Task RequireListeningAsync(ListenSnapshot now)
    {
        if (Port == 0 || _process is not { } process || await ObstacleAsync(process, now) is null)
        {
            return;
        }
        await Task.WhenAny(process.Exited, Task.Delay(s_lastMoments));
        await _turn.WaitAsync();
        try
        {
            if (
                IsInUse
                && _process == process
                && !process.Exited.IsCompleted
                && await ObstacleAsync(process, await ListenSnapshot.TakeAsync()) is { } obstacle
            )
            {
                _board.Set(state => state with { Phase = RunPhase.Failed, Fault = obstacle });
                _board.Report(
                    RunEventKind.ServiceDied,
                    ErrorCodes.StoppedListening,
                    $"{Entry.Title} runs, but stopped listening while it was in use: {obstacle}. {LogTail.Read(State.Log, _logStart)}"
                );
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Suspends it, or lets it go on.</summary>
    /// <exception cref="SuiteException">It does not run, or runs in a container.</exception>
    public void Suspend(bool suspend)
    {
        var process = _process is { Exited.IsCompleted: false } running ? running : throw Refused("does not run");
        if (_plan.Container is not null)
        {
            throw Refused("runs in a container, whose client alone could be paused");
        }
        process.SignalGroup(suspend ? ProcessSignal.Stop : ProcessSignal.Continue);
    }

    // One look at all sockets serves all services but the containers.
    private async Task<string?> ObstacleAsync(IRunningProcess process, ListenSnapshot now) =>
        _plan.Container is null
            ? Numbers.Select(port => now.Obstacle(port, process.Identity.Pid)).FirstOrDefault(obstacle => obstacle is not null)
            : await _check!.NotListeningAsync(Numbers, CancellationToken.None);

    private async Task ForgetDeadAsync()
    {
        if (_process is { } earlier)
        {
            if (!earlier.Exited.IsCompleted)
            {
                throw Refused("runs already");
            }
            await GroupStop.RunAsync(earlier, TimeSpan.Zero, CancellationToken.None);
            await _stop.RemoveContainerAsync();
            _process = null;
        }
    }

    private async Task<IRunningProcess> LaunchAsync(CancellationToken cancel)
    {
        await _setup.Launches.WaitAsync(cancel);
        try
        {
            return Launch();
        }
        finally
        {
            _setup.Launches.Release();
        }
    }

    private IRunningProcess Launch()
    {
        _asked = false;
        var spec = _plan.Spec(State);
        _logStart = LogTail.End(spec.LogFile);
        _process = _setup.Launcher.Launch(spec);
        _check = _plan.Container is { } container ? new PublishedPorts(container, _plan.PublishedBy(State)) : new OwnSockets(_process);
        _board.SetStarting(_process.Identity);
        _setup.Board.Publish(RunEventKind.ServiceStarted, Entry.Name, Entry.Title);
        return _process;
    }

    private async Task RunBeforeAsync(CancellationToken cancel)
    {
        foreach (var words in Entry.Before)
        {
            var what = $"The command '{HarmlessText.OneLine(string.Join(' ', words), most: 100)}' that must run before {Entry.Title}";
            await RunAsync(_plan.Command(words, State), what, RunSetup.BeforeTimeout(Entry), cancel);
        }
    }

    private async Task RunAsync(ProcessSpec spec, string what, TimeSpan timeout, CancellationToken cancel)
    {
        try
        {
            await new OneShot(_setup, Entry, what, timeout).RunAsync(spec, _board.SetStarting, cancel);
        }
        catch (SuiteException)
        {
            _board.Set(RunPhase.Failed);
            throw;
        }
    }

    private async Task WaitHealthyAsync(IRunningProcess process, CancellationToken cancel)
    {
        try
        {
            var state = State;
            var probes = new HealthProbes([.. Numbers], state.Log, _logStart, process, _check!, CommandOfHealth, _setup.Launcher);
            var told = await new HealthWait(Entry, probes, _setup.StartTimeout(Entry), _setup.Pace).RunAsync(_plan.Health(state), cancel);
            if (told.Count > 0)
            {
                _board.Set(now => FirstState.WithTold(now, Entry, told));
            }
        }
        catch (SuiteException)
        {
            _board.Set(
                RunPhase.Failed,
                process.Exited.IsCompletedSuccessfully ? new ExitState(await process.Exited, Forced: false, Unasked: true) : null
            );
            throw;
        }
    }

    // What it says is not the service's.
    private ProcessSpec CommandOfHealth(IReadOnlyList<string> words) =>
        _plan.HealthCommand(words, State, _setup.Folder.LogOf(Entry.Name + ".health"));

    private async Task NoticeDeathAsync(IRunningProcess process)
    {
        var code = await process.Exited;
        if (_asked || _process != process)
        {
            return;
        }
        process.SignalGroup(ProcessSignal.Kill); // what is left of it serves nobody
        _board.Set(RunPhase.Failed, new ExitState(code, Forced: false, Unasked: true));
        _board.Report(
            RunEventKind.ServiceDied,
            ErrorCodes.ServiceDied,
            $"{Entry.Title} ended with {ExitText.Of(code)} while it was in use. {LogTail.Read(State.Log, _logStart)}"
        );
        await EndContainerOfAsync(process);
    }

    // Its client may have died alone: what it leaves would go on answering, as if nothing had happened.
    private async Task EndContainerOfAsync(IRunningProcess process)
    {
        await _turn.WaitAsync();
        try
        {
            if (_process == process)
            {
                await _stop.RemoveContainerAsync();
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private SuiteException Refused(string why) => new(new SuiteError(ErrorCodes.RequestRefused, $"{Entry.Title} {why}.", Entry.Name));
}
