using IntegrationSuite.TestKit.Instances;

namespace IntegrationSuite.TestKit.Latency.Bench;

/// <summary>One start of the services and of the calibration. Two starts of the same code differ a little, by where its code and its data lie.</summary>
/// <param name="quiet">Learns from the calibration.</param>
/// <param name="warmUp">Calls what is measured, before the first measurement of the run's own services.</param>
/// <param name="fresh">Second instances of the services, on the same databases and beside the same neighbours; otherwise the run's own.</param>
internal sealed class Start(QuietMachine quiet, Func<CancellationToken, Task> warmUp, bool fresh) : IAsyncDisposable
{
    private readonly Lazy<Task<CalibrationProcess>> _calibration = new(() => CalibrationProcess.StartAsync(quiet));
    private readonly Dictionary<string, HttpClient> _clients = [];

    private Task? _warmUp;

    /// <summary>One at a time: each keeps as many connections to the database as the crowd has clients, and those of three starts of all services are more than it gives.</summary>
    private (string Service, ServiceInstance Instance, HttpClient Http)? _instance;

    /// <summary>That of this start.</summary>
    public Task<CalibrationProcess> Calibration => _calibration.Value;

    /// <summary>Another start of the same services.</summary>
    public Start Again() => new(quiet, warmUp, fresh: true);

    /// <summary>Measures an operation.</summary>
    public async Task<LatencyMeasurement> MeasureAsync(
        LatencyProbe probe,
        LatencyThreshold threshold,
        double? baseline,
        LatencyEffort effort,
        CancellationToken cancel
    )
    {
        var calibration = Calibration; // starts while what is measured on is stored
        var http = await HttpAsync(probe.Service, cancel);
        return await LatencyMeasurement.TakeAsync(probe, threshold, baseline, http, await calibration, effort, cancel);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await EndInstanceAsync();
        _clients.Values.ToList().ForEach(client => client.Dispose());
        if (_calibration.IsValueCreated)
        {
            await (await Calibration).DisposeAsync();
        }
    }

    private async Task<HttpClient> HttpAsync(string service, CancellationToken cancel)
    {
        await (_warmUp ??= fresh ? Task.CompletedTask : warmUp(cancel));
        if (!fresh || Suite.TryService(service)?.Process is null) // one that runs elsewhere can't be started afresh
        {
            return _clients.TryGetValue(service, out var known) ? known : _clients[service] = BareClient(Suite.Url(service));
        }

        if (_instance?.Service != service)
        {
            await EndInstanceAsync();
            var instance = await ServiceInstance.StartAsync(service, cancel);
            _instance = (service, instance, BareClient(instance.Url));
        }

        return _instance.Value.Http;
    }

    /// <summary>A client that adds nothing to the time of a call.</summary>
    private static HttpClient BareClient(Uri address) => new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };

    private async Task EndInstanceAsync()
    {
        if (_instance is var (_, instance, http))
        {
            _instance = null;
            http.Dispose();
            await instance.DisposeAsync();
        }
    }
}
