using System.Collections.Concurrent;
using ServiceHost.Client;

namespace IntegrationSuite.Tasks.Services;

/// <summary>The build's hold on the running services.</summary>
internal sealed class BuildLease : IDisposable
{
    private readonly ConcurrentQueue<SuiteError> _deaths = new();
    private SupervisorClient? _client;

    private BuildLease()
    {
    }

    /// <summary>Services that died though nobody asked them to, so far.</summary>
    public IReadOnlyList<SuiteError> Deaths => [.. _deaths];

    /// <summary>Under which key MSBuild keeps the lease of this run.</summary>
    public static string Key(LaunchOptions options) => $"IntegrationSuite.Lease:{options.RunDirectory}";

    /// <summary>Starts the services and waits until they are healthy.</summary>
    /// <exception cref="SuiteException">They did not become healthy; everything is stopped.</exception>
    public static BuildLease Start(LaunchOptions options, bool keepRunning, Action<string> say, CancellationToken cancel)
    {
        var running = RunState.TryRead(options.StateFile);
        var lease = new BuildLease();
        try
        {
            lease.StartAsync(options, keepRunning, say, cancel).GetAwaiter().GetResult();
            return lease;
        }
        catch (OperationCanceledException)
        {
            lease.Release();
            throw new SuiteException(new SuiteError("SUITE290", "The start was cancelled; everything that ran is stopped."));
        }
        catch (SuiteException)
        {
            // The run has stopped by itself; wait for its end so that no port is held when the error is read.
            lease.Release();
            throw;
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
            return [.. client.ReleaseAsync().GetAwaiter().GetResult().Select(e => e.Error).OfType<SuiteError>()];
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client?.Dispose();

    private async Task StartAsync(LaunchOptions options, bool keepRunning, Action<string> say, CancellationToken cancel)
    {
        var progress = new StartProgress(options, say);
        _client = await SupervisorClient.AttachOrStartAsync(options, ControlVerb.Hold, keepRunning ? "StartServices" : "dotnet build", e => Observe(e, progress), cancel);
        await _client.WaitReadyAsync(cancel);
    }

    private void Observe(RunEvent e, StartProgress progress)
    {
        progress.Show(e);
        if (e is { Kind: RunEventKind.ServiceDied, Error: { } death })
        {
            _deaths.Enqueue(death);
        }
    }
}
