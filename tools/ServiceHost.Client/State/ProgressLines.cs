namespace IntegrationSuite.ServiceHost.Client;

/// <summary>The lines that a person reads during a start, one a service in the manifest's order, whichever is healthy first.</summary>
/// <param name="state">The run.</param>
public sealed class ProgressLines(RunState state)
{
    private readonly Queue<ServiceState> _waiting = new(state.Services);
    private readonly Dictionary<string, string> _lines = state
        .Services.Where(service => service is { Phase: RunPhase.Ready, Process: null }) // elsewhere, not ours to start
        .ToDictionary(service => service.Name, service => Line(service.Title, service.Port));
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
        if (happened is { Kind: RunEventKind.ServiceHealthy or RunEventKind.JobCompleted, Service: { } name })
        {
            _lines[name] =
                happened.Kind == RunEventKind.JobCompleted ? $"✓ Running {happened.Message}... OK" : Line(happened.Message!, happened.Port);
        }
        while (_waiting.TryPeek(out var next) && _lines.TryGetValue(next.Name, out var line))
        {
            lines.Add(line);
            _waiting.Dequeue();
        }
        if (happened.Kind == RunEventKind.Ready && !_done)
        {
            _done = true;
            lines.Add("✓ All services healthy");
        }
        return lines;
    }

    // A worker has no port.
    private static string Line(string title, int? port) => $"✓ Starting {title}... OK{(port > 0 ? $" (port {port})" : "")}";
}
