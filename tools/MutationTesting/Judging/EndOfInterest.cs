using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.MutationTesting.Judging;

/// <summary>Calls the judging off when it is told to stop, or when whoever asked for it has ended: a killed build tells nobody.</summary>
internal sealed class EndOfInterest : IDisposable
{
    private readonly CancellationTokenSource _cancel = new();
    private readonly SignalGuard _signals;

    public EndOfInterest(ProcessIdentity? starter)
    {
        _signals = new SignalGuard(_ => _cancel.Cancel());
        _ = starter is null ? Task.CompletedTask : WatchAsync(starter);
    }

    /// <summary>Cancelled then.</summary>
    public CancellationToken Token => _cancel.Token;

    public void Dispose()
    {
        _signals.Dispose();
        _cancel.Cancel();
        _cancel.Dispose();
    }

    private async Task WatchAsync(ProcessIdentity starter)
    {
        try
        {
            await starter.WaitForEndAsync(_cancel.Token);
            await _cancel.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // The judging came to its end first.
        }
    }
}
