namespace IntegrationSuite.ServiceHost.Client;

/// <summary>The events of a run, as the holder of a lease hears them, and what follows from them: whether the start has succeeded, and whether a fault has befallen the run.</summary>
/// <param name="onEvent">Told every one.</param>
internal sealed class LeaseEvents(Action<RunEvent> onEvent)
{
    private readonly TaskCompletionSource<IReadOnlyList<SuiteError>> _start = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<SuiteError> _fault = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private readonly List<RunEvent> _events = [];
    private bool _releasing;

    /// <summary>The errors of the start; none when all services are healthy and the lease is granted.</summary>
    public Task<IReadOnlyList<SuiteError>> Start => _start.Task;

    /// <summary>The first fault.</summary>
    public Task<SuiteError> Fault => _fault.Task;

    /// <summary>The lease is given back: that the services end now is no fault.</summary>
    /// <returns>How many events there were until then.</returns>
    public int BeginRelease()
    {
        lock (_lock)
        {
            _releasing = true;
            return _events.Count;
        }
    }

    /// <summary>All but the first ones.</summary>
    public IReadOnlyList<RunEvent> Since(int count)
    {
        lock (_lock)
        {
            return _events[count..];
        }
    }

    /// <summary>No more will come: a start that is not over has failed.</summary>
    public void EndStart() => _start.TrySetResult(StartErrors());

    /// <summary>Nothing more is heard.</summary>
    public void FailStart(Exception cause) => _start.TrySetException(cause);

    /// <summary>Notes the next one, and tells it.</summary>
    public void Take(RunEvent each)
    {
        lock (_lock)
        {
            _events.Add(each);
        }
        onEvent(each);
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

    /// <summary>Whether there was one of a kind.</summary>
    public bool Has(RunEventKind kind)
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
