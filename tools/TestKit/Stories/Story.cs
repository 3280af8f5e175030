using System.Collections.Concurrent;

namespace IntegrationSuite.TestKit.Stories;

/// <summary>What a test has done so far: its steps, and the exchanges of each. A test that fails tells by it where it broke.</summary>
internal sealed class Story
{
    private readonly ConcurrentQueue<Exchange> _exchanges = new();
    private volatile Step? _step;

    /// <summary>A step begins.</summary>
    public void Begin(string what) => _step = new Step((_step?.Number ?? 0) + 1, what);

    /// <summary>A request was answered, or was not.</summary>
    /// <param name="service">The service, or the instance of it.</param>
    /// <param name="operation">Method and path.</param>
    /// <param name="outcome">The status, or why there was none.</param>
    public void Add(string service, string operation, string outcome) =>
        _exchanges.Enqueue(new Exchange(_step, service, operation, outcome));

    /// <summary>Where it stands, to be told when the test has failed: the step, the service and the operation.</summary>
    public string Where()
    {
        var last = _exchanges.LastOrDefault(exchange => exchange.Step == _step);
        var step = _step is { } named ? $"in step {named.Number}, \"{named.What}\"" : "";
        return $"Broke {step}{(last is null ? ", before any request of it" : $" at {last.Service}: {last.Operation} → {last.Outcome}")}.";
    }

    private sealed record Step(int Number, string What);

    private sealed record Exchange(Step? Step, string Service, string Operation, string Outcome);
}
