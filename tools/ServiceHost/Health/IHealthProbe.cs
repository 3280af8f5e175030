namespace IntegrationSuite.ServiceHost.Health;

/// <summary>What a look at a service saw.</summary>
/// <param name="IsHealthy">It is healthy.</param>
/// <param name="Seen">What was seen, in words, to follow "after 30 s"; null when nobody took the connection.</param>
/// <param name="Told">What the service said of itself by then.</param>
internal sealed record HealthLook(bool IsHealthy, string? Seen, IReadOnlyDictionary<string, string>? Told = null)
{
    /// <summary>Not yet.</summary>
    public static HealthLook Unhealthy(string? seen) => new(IsHealthy: false, seen);
}

/// <summary>Looks whether a service is healthy.</summary>
internal interface IHealthProbe
{
    /// <summary>The least pause between two looks: what a look costs.</summary>
    TimeSpan LeastPause => TimeSpan.Zero;

    /// <summary>Looks once.</summary>
    Task<HealthLook> LookAsync(CancellationToken cancel);
}
