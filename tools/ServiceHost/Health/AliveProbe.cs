namespace IntegrationSuite.ServiceHost.Health;

/// <summary>A service that lives for a while is healthy: for a worker that tells nothing of itself. That it has ended is seen elsewhere.</summary>
internal sealed class AliveProbe(double seconds) : IHealthProbe
{
    private readonly long _started = TimeProvider.System.GetTimestamp();

    /// <inheritdoc />
    public Task<HealthLook> LookAsync(CancellationToken cancel) =>
        Task.FromResult(
            new HealthLook(
                TimeProvider.System.GetElapsedTime(_started) >= TimeSpan.FromSeconds(seconds),
                $"it has not lived for {seconds} s yet"
            )
        );
}
