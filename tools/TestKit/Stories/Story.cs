using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using IntegrationSuite.ServiceHost.Client.Results;

namespace IntegrationSuite.TestKit.Stories;

/// <summary>What a test has done so far: its steps, and the exchanges of each. A test that fails tells by it where it broke.</summary>
internal sealed partial class Story
{
    /// <summary>How many other exchanges are told beside the last: what an assertion finds wrong is often what one of them did.</summary>
    private const int MostBefore = 4;

    private const int LongestOperation = 120;

    private readonly ConcurrentQueue<Exchange> _exchanges = new();
    private volatile Step? _step;

    /// <summary>The services that it called.</summary>
    public IEnumerable<string> Services => _exchanges.Select(exchange => exchange.Service).Distinct();

    /// <summary>A step begins.</summary>
    public void Begin(string what) => _step = new Step((_step?.Number ?? 0) + 1, what);

    /// <summary>A request was answered, or was not.</summary>
    /// <param name="service">The service, or the instance of it.</param>
    /// <param name="operation">Method and path.</param>
    /// <param name="outcome">The status, or why there was none.</param>
    public void Add(string service, string operation, string outcome) =>
        _exchanges.Enqueue(new Exchange(_step, service, Short(operation), outcome));

    /// <summary>Where it stands, to be told on one line when the test has failed: the step, the service and the operation, and what went before.</summary>
    /// <param name="culprit">The service whose log has the first fault of the test's trace, if any has.</param>
    public string Where(string? culprit = null)
    {
        var told = _exchanges.Reverse().DistinctBy(exchange => exchange.ToString()).Take(MostBefore + 1).ToList();
        var last = told.FirstOrDefault();
        var isOfStep = last is not null && last.Step == _step;
        var step = _step is { } named ? $"in step {named.Number}, \"{named.What}\", " : "";
        var at = isOfStep ? $"at {last}" : "before any request of it";
        var first = culprit is not null && culprit != last?.Service ? $"; the first fault in its trace is of {culprit}" : "";
        var before = told.Skip(isOfStep ? 1 : 0).Reverse().ToList();
        return $"{FailureNote.Broke}{step}{at}{first}.{(before.Count == 0 ? "" : $" Before: {string.Join(", ", before)}.")}";
    }

    /// <summary>Ids say nothing to a reader, and make each request another.</summary>
    private static string Short(string operation)
    {
        var named = Id().Replace(operation, "{id}");
        return named.Length <= LongestOperation ? named : named[..LongestOperation] + "…";
    }

    [GeneratedRegex("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")]
    private static partial Regex Id();

    private sealed record Step(int Number, string What);

    private sealed record Exchange(Step? Step, string Service, string Operation, string Outcome)
    {
        public override string ToString() => $"{Service}: {Operation} → {Outcome}";
    }
}
