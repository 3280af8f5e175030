namespace IntegrationSuite.Report.Traces;

/// <summary>A request that a service answered, as its log has it.</summary>
/// <param name="Log">The service, or the instance of it, whose log it is: <c>orders~2</c>.</param>
/// <param name="Operation">As <c>GET /orders/{id}</c>.</param>
/// <param name="Status">Of the answer.</param>
/// <param name="Start">In milliseconds since 1970.</param>
/// <param name="Milliseconds">How long it took; 0 where the log does not say.</param>
internal sealed record Request(string Log, string Operation, int Status, double Start, double Milliseconds)
{
    /// <summary>The service.</summary>
    public string Service { get; } = Log.Split('~', 2)[0];

    /// <summary>When it was answered.</summary>
    public double End => Start + Milliseconds;

    /// <summary>The request of another service during which this one was made; null for one of a test.</summary>
    public Request? Caller { get; private set; }

    /// <summary>How many callers are above it.</summary>
    public int Depth => Caller is null ? 0 : Caller.Depth + 1;

    /// <summary>It failed in the service.</summary>
    public bool Failed => Status >= 500;

    /// <summary>
    /// Finds out who called whom in a trace. Logs say when a request was answered and how long it took, and seldom who made it: so the caller
    /// is the shortest request of another service during which the whole of it happened. Where a test calls two services at the same time,
    /// that can be wrong: see <see cref="Overlap"/>.
    /// </summary>
    /// <returns>In the order of their starts.</returns>
    public static IReadOnlyList<Request> Nest(IEnumerable<Request> trace)
    {
        var ordered = trace.OrderBy(request => request.Start).ThenByDescending(request => request.End).ToList();
        var open = new List<Request>();
        foreach (var request in ordered)
        {
            open.RemoveAll(each => each.End + Tolerance < request.Start);
            request.Caller = open.Where(each => each.Service != request.Service && each.Contains(request)).MinBy(each => each.Milliseconds);
            open.Add(request);
        }

        return ordered;
    }

    /// <summary>Whether some of the requests without a caller happened at the same time: then the test made several at once.</summary>
    /// <param name="trace">A trace in the order of its starts.</param>
    public static bool Overlap(IEnumerable<Request> trace)
    {
        var end = double.MinValue;
        foreach (var request in trace.Where(request => request.Caller is null))
        {
            if (request.Start + Tolerance < end)
            {
                return true;
            }

            end = Math.Max(end, request.End);
        }

        return false;
    }

    /// <summary>Durations are logged in whole milliseconds, cut.</summary>
    private const double Tolerance = 1.5;

    private bool Contains(Request other) =>
        Milliseconds >= other.Milliseconds && Start - Tolerance <= other.Start && other.End <= End + Tolerance;
}
