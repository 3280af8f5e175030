using System.Collections.Concurrent;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.Tasks.Services;

/// <summary>The build's hold on the running services.</summary>
internal sealed class BuildLease : IDisposable
{
    private readonly ConcurrentQueue<SuiteError> _faults = new();
    private readonly ConcurrentQueue<RunEvent> _early = new();
    private readonly Action<string> _say;
    private readonly Action<SuiteError> _warn;
    private SupervisorClient? _client;
    private ProgressLines? _progress;

    private BuildLease(Action<string> say, Action<SuiteError> warn) => (_say, _warn) = (say, warn);

    /// <summary>What befell the run so far: services that died, a supervisor that was killed, a stop by somebody else.</summary>
    public IReadOnlyList<SuiteError> Faults => [.. _faults];

    /// <summary>Whether the supervisor is gone: what is still to be tested has nothing to test.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Under which key MSBuild keeps the lease of this run.</summary>
    public static string Key(LaunchOptions options) => $"IntegrationSuite.Lease:{options.RunDirectory}";

    /// <summary>Starts the services and waits until they are healthy.</summary>
    /// <exception cref="SuiteException">They did not become healthy, and everything is stopped; or others run already.</exception>
    public static BuildLease Start(LaunchOptions options, Action<string> say, Action<SuiteError> warn, CancellationToken cancel)
    {
        var lease = new BuildLease(say, warn);
        try
        {
            lease.StartAsync(options, cancel).GetAwaiter().GetResult();
            return lease;
        }
        catch (Exception e) when (e is SuiteException or OperationCanceledException)
        {
            // The run stops by itself; wait for its end, so that no port is held when the error is read.
            lease.Release();
            throw e as SuiteException
                ?? new SuiteException(new SuiteError(ErrorCodes.StartCancelled, "The start was cancelled; everything is stopped."));
        }
    }

    /// <summary>Gives the lease back; as the last holder, waits until everything has stopped.</summary>
    /// <returns>What went wrong on the way: services killed by force, ports still held.</returns>
    public IReadOnlyList<SuiteError> Release()
    {
        if (_client is not { } client)
        {
            return [];
        }

        _client = null;
        using (client)
        {
            return [.. client.ReleaseAsync(CancellationToken.None).GetAwaiter().GetResult().Select(e => e.Error).OfType<SuiteError>()];
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client?.Dispose();

    private async Task StartAsync(LaunchOptions options, CancellationToken cancel)
    {
        _client = await SupervisorClient.AttachOrStartAsync(
            options,
            ControlVerb.Hold,
            options.KeepRunning ? "StartServices" : "dotnet build",
            Observe,
            cancel
        );
        if (_client.Attached && !options.KeepRunning)
        {
            throw new SuiteException(
                new SuiteError(
                    ErrorCodes.AlreadyRunning,
                    $"Services of this folder run already, since {_client.InitialState.StartedAt.ToLocalTime():T} (process {_client.InitialState.Supervisor.Pid}). This target measures a start of its own: stop them first with dotnet build -t:StopServices, or run dotnet test against them."
                )
            );
        }

        await _client.WaitReadyAsync(cancel);
        Say(null);
    }

    /// <summary>Called on another thread, the first time before the client is known here.</summary>
    private void Observe(RunEvent e)
    {
        if (e is { Kind: RunEventKind.ServiceDied or RunEventKind.SupervisorLost or RunEventKind.LeaseCutShort, Error: { } fault })
        {
            _faults.Enqueue(fault);
            IsLost |= e.Kind != RunEventKind.ServiceDied;
        }

        Say(e);
    }

    private void Say(RunEvent? e)
    {
        lock (_early)
        {
            if (e is not null)
            {
                _early.Enqueue(e);
            }

            if (_client is { } client)
            {
                _progress ??= new ProgressLines(client.InitialState);
                while (_early.TryDequeue(out var next))
                {
                    _progress.Take(next).ToList().ForEach(_say);
                    if (next.Error is { IsWarning: true } warning)
                    {
                        _warn(warning);
                    }
                }
            }
        }
    }
}
