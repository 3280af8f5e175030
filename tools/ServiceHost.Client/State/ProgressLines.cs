namespace ServiceHost.Client;

/// <summary>The lines that a person reads during a start, one a service in the manifest's order, whichever is healthy first.</summary>
/// <param name="state">The run.</param>
public sealed class ProgressLines(RunState state)
{
    private readonly Queue<ServiceState> _waiting = new(state.Services);
    private readonly Dictionary<string, int> _healthy = state
        .Services.Where(service => service is { Phase: RunPhase.Ready, Process: null })
        .ToDictionary(service => service.Name, service => service.Port); // elsewhere, not ours to start
    private readonly bool _started = state.Phase != RunPhase.Starting; // what it waited for has passed
    private bool _done;

    /// <summary>What there is to print after an event.</summary>
    public IReadOnlyList<string> Take(RunEvent happened)
    {
        var lines = new List<string>();
        if (happened is { Kind: RunEventKind.Waiting, Message: { } wait } && !_started)
        {
            lines.Add(wait);
        }
        if (happened is { Kind: RunEventKind.ServiceHealthy, Service: { } name, Port: { } port })
        {
            _healthy[name] = port;
        }
        while (_waiting.TryPeek(out var next) && _healthy.TryGetValue(next.Name, out var known))
        {
            lines.Add($"✓ Starting {next.Title}... OK (port {known})");
            _waiting.Dequeue();
        }
        if (happened.Kind == RunEventKind.Ready && !_done)
        {
            _done = true;
            lines.Add("✓ All services healthy");
        }
        return lines;
    }
}
