using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Supervision;

namespace IntegrationSuite.ServiceHost.Commands;

/// <summary>A lease held by a terminal: prints the progress, hears Ctrl+C (twice kills), tells what went wrong.</summary>
internal sealed class HeldRun : IDisposable
{
    private readonly LaunchOptions _options;
    private readonly TextWriter _progress;
    private readonly List<RunEvent> _early = [];
    private readonly TaskCompletionSource _interrupted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _impatient = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private readonly SignalGuard _signals;
    private SupervisorClient? _client;
    private ProgressLines? _lines;
    private volatile bool _failed;
    private volatile SuiteError? _cutShort;
    private bool _ready;

    private HeldRun(LaunchOptions options, TextWriter progress)
    {
        (_options, _progress) = (options, progress);
        _signals = new SignalGuard(_ => Interrupt());
    }

    /// <summary>The client that holds the lease.</summary>
    public SupervisorClient Client => _client!;

    /// <summary>Ends at the first Ctrl+C, SIGTERM or closed terminal.</summary>
    public Task Interrupted => _interrupted.Task;

    /// <summary>Ends at the second.</summary>
    public Task Impatient => _impatient.Task;

    /// <summary>Ends when the services died or were stopped by somebody else: what still uses them proves nothing.</summary>
    public Task Broken => _broken.Task;

    /// <summary>Set when somebody else stopped the services while they were held here.</summary>
    public SuiteError? CutShort => _cutShort;

    /// <summary>Attaches or starts.</summary>
    /// <param name="options">The run.</param>
    /// <param name="holder">Who holds the lease, in words.</param>
    /// <param name="progress">Where the progress is printed.</param>
    /// <exception cref="SuiteException">No supervisor could be started.</exception>
    public static async Task<HeldRun> StartAsync(LaunchOptions options, string holder, TextWriter progress)
    {
        var run = new HeldRun(options, progress);
        run._client = await SupervisorClient.AttachOrStartAsync(options, ControlVerb.Hold, holder, run.Take, CancellationToken.None);
        run.BeginPrinting(run._client.InitialState);
        return run;
    }

    /// <summary>Waits until all services are healthy.</summary>
    /// <returns>False when it was interrupted before.</returns>
    /// <exception cref="SuiteException">The start failed.</exception>
    public async Task<bool> ReadyAsync()
    {
        var ready = Client.WaitReadyAsync(CancellationToken.None);
        if (await Task.WhenAny(ready, Interrupted) == ready)
        {
            await ready;
            return true;
        }
        return false;
    }

    /// <summary>Waits for an interruption, or for the supervisor's end.</summary>
    public Task UntilOverAsync() => Task.WhenAny(Interrupted, Client.InitialState.Supervisor.WaitForEndAsync(CancellationToken.None));

    /// <summary>Gives the lease back and tells how the stop went.</summary>
    public async Task<ExitCode> EndAsync()
    {
        var events = await Client.ReleaseAsync(CancellationToken.None);
        return _failed ? ExitCode.Failed
            : events.Any(each => each.Kind is RunEventKind.ServiceKilled or RunEventKind.StopFailed) ? ExitCode.StopFailed
            : ExitCode.Success;
    }

    public void Dispose()
    {
        _signals.Dispose();
        _client?.Dispose();
    }

    private void Interrupt()
    {
        if (!_interrupted.TrySetResult())
        {
            _impatient.TrySetResult();
            _ = SupervisorRequests.StopAsync(_options, ControlVerb.Kill, "Ctrl+C", _ => { }, CancellationToken.None);
        }
    }

    private void BeginPrinting(RunState state)
    {
        lock (_lock)
        {
            _lines = new ProgressLines(state);
            _early.ForEach(Print);
        }
    }

    private void Take(RunEvent each)
    {
        lock (_lock)
        {
            if (_lines is null)
            {
                _early.Add(each);
            }
            else
            {
                Print(each);
            }
        }
    }

    // Whoever wants no progress must know nevertheless why nothing happens.
    private TextWriter ProgressOf(RunEvent each) =>
        each.Kind == RunEventKind.Waiting && _progress == TextWriter.Null ? Console.Error : _progress;

    private void Print(RunEvent each)
    {
        foreach (var line in _lines!.Take(each))
        {
            ProgressOf(each).WriteLine(line);
        }
        _ready |= each.Kind == RunEventKind.Ready;
        if (each.Kind == RunEventKind.LeaseCutShort)
        {
            _cutShort = _ready ? each.Error : null; // else the start failed, which is told by itself
        }
        else if (each is { Error: { } error, Kind: not RunEventKind.StartFailed } && !(error.IsWarning && Client.Attached)) // whoever started the run was warned
        {
            _failed |= each.Kind is RunEventKind.ServiceDied or RunEventKind.SupervisorLost;
            Console.Error.WriteLine(error);
        }
        if (_failed || _cutShort is not null)
        {
            _broken.TrySetResult();
        }
    }
}
