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

    /// <summary>The request of another service that made this one (<see cref="Callers"/>); null for one of a test.</summary>
    public Request? Caller
    {
        get;
        set => (field, Depth) = (value, value is null ? 0 : value.Depth + 1);
    }

    /// <summary>How many callers are above it. Callers get theirs first, as they began before.</summary>
    public int Depth { get; private set; }

    /// <summary>It failed in the service.</summary>
    public bool Failed => Status >= 500;

    /// <summary>Whether the whole of another request happened during this one. Durations are logged in whole milliseconds, cut.</summary>
    public bool Contains(Request other) =>
        Milliseconds >= other.Milliseconds && other.Start < End && Start - Tolerance <= other.Start && other.End <= End + Tolerance;

    /// <summary>Less than this tells nothing about an order.</summary>
    public const double Tolerance = 1.5;
}
