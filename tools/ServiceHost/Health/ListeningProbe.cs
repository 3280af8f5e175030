using System.Globalization;
using IntegrationSuite.ServiceHost.Client.Manifests;

namespace IntegrationSuite.ServiceHost.Health;

/// <summary>Of a service that has ports, no sign of health counts before it listens on each.</summary>
/// <param name="inner">Sees the sign.</param>
/// <param name="ports">The ports; none when the service tells its own.</param>
/// <param name="check">Tells whether it does.</param>
internal sealed class ListeningProbe(IHealthProbe inner, IReadOnlyList<int> ports, IPortCheck check) : IHealthProbe
{
    private HealthLook? _sign;

    /// <inheritdoc />
    public TimeSpan LeastPause => inner.LeastPause;

    /// <inheritdoc />
    public async Task<HealthLook> LookAsync(CancellationToken cancel)
    {
        var look = _sign ?? await inner.LookAsync(cancel);
        if (!look.IsHealthy)
        {
            return look;
        }
        _sign = look; // a line of a log is read once
        return await check.NotListeningAsync(PortsOf(look), cancel) is { } obstacle ? HealthLook.Unhealthy(obstacle) : look;
    }

    private IReadOnlyList<int> PortsOf(HealthLook look) =>
        look.Told?.GetValueOrDefault(LogHealth.PortGroup) is { } told ? [int.Parse(told, CultureInfo.InvariantCulture)] : ports;
}
