using System.Globalization;
using ServiceHost.Client.Manifests;

namespace ServiceHost.Health;

/// <summary>Of a service that has a port, no sign of health counts before it listens there.</summary>
/// <param name="inner">Sees the sign.</param>
/// <param name="port">The port; 0 when the service tells it.</param>
/// <param name="check">Tells whether it does.</param>
internal sealed class ListeningProbe(IHealthProbe inner, int port, IPortCheck check) : IHealthProbe
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
        return await check.NotListeningAsync(PortOf(look), cancel) is { } obstacle ? HealthLook.Unhealthy(obstacle) : look;
    }

    private int PortOf(HealthLook look) =>
        look.Told?.GetValueOrDefault(LogHealth.PortGroup) is { } told ? int.Parse(told, CultureInfo.InvariantCulture) : port;
}
