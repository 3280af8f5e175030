using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.TestKit.Footprints;
using IntegrationSuite.TestKit.Session;

namespace IntegrationSuite.TestKit.Instances;

/// <summary>A second instance of a service, for one test: it may be stopped, started and given other neighbours while all other tests go on with the first. The supervisor runs it, so it ends with the test process, however that ends.</summary>
public sealed class ServiceInstance : IAsyncDisposable
{
    // A start takes a whole processor for a while: many at once would all be late.
    private static readonly SemaphoreSlim s_starts = new(Environment.ProcessorCount);

    private readonly InstanceLease _lease;

    private ServiceInstance(string service, InstanceLease lease) => (Service, _lease) = (service, lease);

    /// <summary>The service's name in the manifest.</summary>
    public string Service { get; }

    /// <summary>The instance's own name in state, events and logs: the service's and a number.</summary>
    public string Name => _lease.Name;

    /// <summary>Its address, the same after each start.</summary>
    public Uri Url => TestFootprints.Unseen(Address, $"{nameof(ServiceInstance)}.{nameof(Url)}");

    /// <summary>The same for TestKit's own clients.</summary>
    internal Uri Address => new($"http://127.0.0.1:{_lease.Port}");

    /// <summary>Starts one and waits until it is healthy. Unless told otherwise it shares the first instance's database and neighbours.</summary>
    /// <param name="service">The service's name in the manifest.</param>
    /// <param name="cancel">Calls it off.</param>
    /// <param name="neighbours">Other addresses of services that it calls.</param>
    /// <param name="databaseUrl">Another database, migrated already.</param>
    /// <exception cref="SuiteException">There is no such service, or the instance was not healthy in time.</exception>
    public static async Task<ServiceInstance> StartAsync(
        string service,
        CancellationToken cancel,
        IReadOnlyDictionary<string, Uri>? neighbours = null,
        string? databaseUrl = null
    )
    {
        var env = (neighbours ?? new Dictionary<string, Uri>()).ToDictionary(
            pair => ServiceUrls.VariableOf(pair.Key),
            pair => pair.Value.ToString()
        );
        if (databaseUrl is not null)
        {
            env["DATABASE_URL"] = databaseUrl;
        }

        TestFootprints.Current?.Start(service);
        return new ServiceInstance(
            service,
            await InTurnAsync(() => RunningSuite.Supervisor.AddInstanceAsync(service, env, cancel), cancel)
        );
    }

    /// <summary>Stops it: asked first, killed after the service's stop timeout. Its port refuses connections then.</summary>
    public Task StopAsync(CancellationToken cancel) => RunningSuite.Supervisor.ChangeServiceAsync(ControlVerb.StopService, Name, cancel);

    /// <summary>Starts it again, on the same port, and waits until it is healthy.</summary>
    public Task StartAgainAsync(CancellationToken cancel) =>
        InTurnAsync(
            async () =>
            {
                await RunningSuite.Supervisor.ChangeServiceAsync(ControlVerb.StartService, Name, cancel);
                return Name;
            },
            cancel
        );

    /// <summary>Stops it for good.</summary>
    public ValueTask DisposeAsync() => _lease.DisposeAsync();

    private static async Task<T> InTurnAsync<T>(Func<Task<T>> start, CancellationToken cancel)
    {
        await s_starts.WaitAsync(cancel);
        try
        {
            return await start();
        }
        finally
        {
            s_starts.Release();
        }
    }
}
