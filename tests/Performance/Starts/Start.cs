using Performance.Operations;
using TestKit;
using TestKit.Instances;
using TestKit.Latency;

namespace Performance.Starts;

/// <summary>One start of the services and of the calibration. Two starts of the same code differ a little, by where its code and its data lie.</summary>
/// <param name="quiet">Learns from the calibration.</param>
/// <param name="fresh">Second instances of the services, on the same databases and beside the same neighbours; otherwise the run's own.</param>
internal sealed class Start(QuietMachine quiet, bool fresh) : IAsyncDisposable
{
    private readonly Lazy<Task<CalibrationProcess>> _calibration = new(() => CalibrationProcess.StartAsync(quiet));

    private Task? _warmUp;

    /// <summary>One at a time: each keeps as many connections to the database as the crowd has clients, and those of three starts of all services are more than it gives.</summary>
    private (string Service, ServiceInstance Instance, HttpClient Http)? _instance;

    /// <summary>That of this start.</summary>
    public Task<CalibrationProcess> Calibration => _calibration.Value;

    /// <summary>Measures an operation.</summary>
    public async Task<LatencyMeasurement> MeasureAsync(LatencyProbe probe, double? baseline, LatencyEffort effort, CancellationToken cancel)
    {
        var calibration = Calibration; // starts while what is measured on is stored
        var threshold = (await Thresholds.OfAsync(probe.Service))[probe.Operation];
        return await LatencyMeasurement.TakeAsync(
            probe,
            threshold,
            baseline,
            await HttpAsync(probe.Service, cancel),
            await calibration,
            effort,
            cancel
        );
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await EndInstanceAsync();
        if (_calibration.IsValueCreated)
        {
            await (await Calibration).DisposeAsync();
        }
    }

    private async Task<HttpClient> HttpAsync(string service, CancellationToken cancel)
    {
        var world = await World.Stored;
        if (!fresh || Suite.Service(service).Process is null) // one that runs elsewhere can't be started afresh
        {
            await (_warmUp ??= Catalogue.WarmUpAsync(world.Backend, cancel));
            return world.Backend.Http(service);
        }

        if (_instance?.Service != service)
        {
            await EndInstanceAsync();
            var instance = await ServiceInstance.StartAsync(service, cancel);
            _instance = (service, instance, Backend.BareClient(instance.Url));
        }

        return _instance.Value.Http;
    }

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
