using System.Text.Json;
using System.Threading.Channels;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.State;

namespace IntegrationSuite.ServiceHost.Control;

/// <summary>One connection: a request, and the answers to it.</summary>
internal sealed class ControlSession(Stream stream, IControlTarget target)
{
    private readonly StreamReader _reader = new(stream);
    private readonly StreamWriter _writer = new(stream) { AutoFlush = true, NewLine = "\n" };
    private volatile bool _released;
    private int _cutShort;

    /// <summary>Runs until the other side leaves or all is said.</summary>
    public async Task RunAsync()
    {
        await using (stream)
        {
            try
            {
                if (await ReadAsync() is { } request)
                {
                    await AnswerAsync(request);
                }
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException or JsonException)
            {
                // The other side is gone, or is none of ours: the lease, if any, was given back on the way here.
            }
        }
    }

    private Task AnswerAsync(ControlRequest request)
    {
        switch (request.Verb)
        {
            case ControlVerb.Hold or ControlVerb.Test or ControlVerb.TestExclusive:
                return HoldAsync(request);
            case ControlVerb.Stop:
                target.Leases.Close($"{request.Holder} asked for it");
                return PumpAsync(target.Board.Listen());
            case ControlVerb.Kill:
                target.KillAll();
                return PumpAsync(target.Board.Listen());
            case ControlVerb.Status:
                return TellStateAsync();
            case ControlVerb.AddInstance:
                return TryAsync(() => KeepInstanceAsync(request));
            default:
                return TryAsync(() => target.ChangeServiceAsync(request.Verb, request.Service, CancellationToken.None));
        }
    }

    private async Task TellStateAsync()
    {
        await target.LookAsync();
        await _writer.WriteLineAsync(JsonSerializer.Serialize(target.Board.State, ClientJson.Options));
    }

    private async Task HoldAsync(ControlRequest request)
    {
        if (target.Leases.TryEnter(request) is not { } lease)
        {
            await WriteAsync(Event(RunEventKind.LeaseRefused, "The run stops."));
            return;
        }
        var first = FirstAnswer(lease);
        var events = target.Board.Listen(first);
        var pump = PumpAsync(events);
        try
        {
            // By what was said, not by how it is now: it may have been granted in between.
            _ = first.Kind == RunEventKind.LeaseWaiting ? AnnounceGrantAsync(lease, events) : Task.CompletedTask;
            _ = AnnounceEndAsync(lease, events);
            await FollowHolderAsync(lease, events);
        }
        finally
        {
            if (!_released)
            {
                target.Lose(lease);
            }
            target.Board.Forget(events);
        }
        await pump;
    }

    private RunEvent FirstAnswer(Lease lease) =>
        lease.Granted.IsCompleted
            ? Event(RunEventKind.LeaseGranted)
            : Event(RunEventKind.LeaseWaiting, $"Waiting for {target.Leases.Obstacles(lease)}.");

    private static async Task AnnounceGrantAsync(Lease lease, Channel<RunEvent> events)
    {
        await lease.Granted;
        events.Writer.TryWrite(Event(RunEventKind.LeaseGranted));
    }

    private async Task AnnounceEndAsync(Lease lease, Channel<RunEvent> events)
    {
        await target.Leases.Closed;
        if (!_released)
        {
            await TellCutShortAsync(lease, events);
        }
    }

    private async Task TellCutShortAsync(Lease lease, Channel<RunEvent> events)
    {
        if (Interlocked.Exchange(ref _cutShort, 1) == 0)
        {
            var reason = await target.Leases.Closed;
            var error = new SuiteError(
                ErrorCodes.StoppedInUse,
                $"The services were stopped while {lease.Holder} (process {lease.Pid}) used them: {reason}. Run again."
            );
            events.Writer.TryWrite(Event(RunEventKind.LeaseCutShort, reason, error));
        }
    }

    // Ends when the holder gives its lease back, its connection breaks, or the run ends.
    private async Task FollowHolderAsync(Lease lease, Channel<RunEvent> events)
    {
        while (await ReadAsync() is { } request)
        {
            if (request.Verb == ControlVerb.Keep)
            {
                events.Writer.TryWrite(Keep());
            }
            else if (request.Verb == ControlVerb.Release)
            {
                await ReleaseAsync(lease, events);
                return;
            }
        }
    }

    private async Task ReleaseAsync(Lease lease, Channel<RunEvent> events)
    {
        await target.LookAsync(); // whoever used the services until now hears it, though the run may go on for others
        _released = true;
        if (!target.Leases.Leave(lease))
        {
            await TellCutShortAsync(lease, events);
        }
        if (target.Leases.Closed.IsCompleted)
        {
            await events.Reader.Completion; // the last holder hears how the stop went
        }
        else
        {
            events.Writer.TryWrite(Event(RunEventKind.LeaseReleased));
        }
    }

    private RunEvent Keep()
    {
        if (!target.Leases.TryKeep())
        {
            return Event(RunEventKind.RequestFailed, error: new SuiteError(ErrorCodes.RequestRefused, "The run stops already."));
        }
        target.Board.Update(state => state with { KeptRunning = true });
        return Event(RunEventKind.Kept);
    }

    // It lives until whoever asked for it gives it back, his connection breaks, or the run ends.
    private async Task KeepInstanceAsync(ControlRequest request)
    {
        await using var instance = await target.AddInstanceAsync(request.Service, request.Env ?? new Dictionary<string, string>());
        await WriteAsync(Event(RunEventKind.RequestDone) with { Service = instance.Name, Port = instance.Port });
        await Task.WhenAny(ReadAsync(), target.Leases.Closed);
    }

    private async Task TryAsync(Func<Task> change)
    {
        try
        {
            await change();
            await WriteAsync(Event(RunEventKind.RequestDone));
        }
        catch (SuiteException e)
        {
            await WriteAsync(Event(RunEventKind.RequestFailed, error: e.Errors[0]));
        }
    }

    private async Task PumpAsync(Channel<RunEvent> events)
    {
        await foreach (var each in events.Reader.ReadAllAsync())
        {
            await WriteAsync(each);
        }
    }

    private async Task<ControlRequest?> ReadAsync() =>
        await _reader.ReadLineAsync() is { } line ? JsonSerializer.Deserialize<ControlRequest>(line, ClientJson.Options) : null;

    private Task WriteAsync(RunEvent each) => _writer.WriteLineAsync(JsonSerializer.Serialize(each, ClientJson.Options));

    private static RunEvent Event(RunEventKind kind, string? message = null, SuiteError? error = null) =>
        new(DateTimeOffset.UtcNow, kind, Message: message, Error: error);
}
