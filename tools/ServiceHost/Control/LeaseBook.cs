using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.Control;

/// <summary>Who keeps the services alive, in order of arrival, and who may go on. Whoever asks counts as a holder from that moment, so waiting never ends a run.</summary>
/// <param name="keep">The run goes on without holders.</param>
internal sealed class LeaseBook(bool keep)
{
    private readonly Lock _lock = new();
    private readonly List<Lease> _leases = [];
    private readonly TaskCompletionSource<string> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _keep = keep;
    private bool _used;

    /// <summary>Ends with the reason once nobody wants the services any more; then nobody can enter.</summary>
    public Task<string> Closed => _closed.Task;

    /// <summary>Asks for a lease.</summary>
    /// <returns>Null when the book is closed.</returns>
    public Lease? TryEnter(ControlRequest request)
    {
        lock (_lock)
        {
            if (Closed.IsCompleted)
            {
                return null;
            }
            var lease = new Lease(request.Verb, request.Holder, request.Pid);
            _leases.Add(lease);
            _used = true;
            GrantAll();
            return lease;
        }
    }

    /// <summary>Gives a lease back. The last one closes the book.</summary>
    /// <returns>False when the book was closed before: what the lease was for had ended already.</returns>
    public bool Leave(Lease lease)
    {
        lock (_lock)
        {
            var inForce = !Closed.IsCompleted;
            _leases.Remove(lease);
            GrantAll();
            if (_leases.Count == 0 && !_keep)
            {
                _closed.TrySetResult("the last lease was given back");
            }
            return inForce;
        }
    }

    /// <summary>A holder is gone without giving its lease back: it was killed. A build or a terminal takes the run along, and with it the test processes it started; one test process of several does not.</summary>
    public void Lose(Lease lease)
    {
        Leave(lease);
        lock (_lock)
        {
            if (lease.Kind == ControlVerb.Hold && !_keep)
            {
                _closed.TrySetResult($"{lease.Holder} (process {lease.Pid}) ended without giving its lease back");
            }
        }
    }

    /// <summary>Goes on without holders from now on.</summary>
    /// <returns>False when the book is closed.</returns>
    public bool TryKeep()
    {
        lock (_lock)
        {
            _keep = true;
            return !Closed.IsCompleted;
        }
    }

    /// <summary>Closes the book, whoever holds a lease.</summary>
    public void Close(string reason)
    {
        lock (_lock)
        {
            _closed.TrySetResult(reason);
        }
    }

    /// <summary>Closes the book if nobody ever came: whoever started this supervisor died before he could ask.</summary>
    public void CloseIfUnused()
    {
        lock (_lock)
        {
            if (!_used && !_keep)
            {
                _closed.TrySetResult("nobody asked for a lease");
            }
        }
    }

    /// <summary>In words: who a lease waits for.</summary>
    public string Obstacles(Lease lease)
    {
        lock (_lock)
        {
            return string.Join(", ", ObstaclesOf(lease).Select(other => $"{other.Holder} (process {other.Pid})"));
        }
    }

    private void GrantAll()
    {
        foreach (var lease in _leases.Where(lease => !ObstaclesOf(lease).Any()))
        {
            lease.Grant();
        }
    }

    // An exclusive test waits for all tests before it, and all tests after it wait for it: first come, first served, so nobody starves.
    private IEnumerable<Lease> ObstaclesOf(Lease lease) =>
        lease.Kind switch
        {
            ControlVerb.TestExclusive => Before(lease).Where(other => other.Kind is ControlVerb.Test or ControlVerb.TestExclusive),
            ControlVerb.Test => Before(lease).Where(other => other.Kind is ControlVerb.TestExclusive),
            _ => [],
        };

    private IEnumerable<Lease> Before(Lease lease) => _leases.TakeWhile(other => other != lease);
}
