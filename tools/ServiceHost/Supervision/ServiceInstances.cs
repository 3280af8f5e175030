using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Control;
using IntegrationSuite.ServiceHost.Ports;

namespace IntegrationSuite.ServiceHost.Supervision;

/// <summary>Second instances of services: for tests that stop one or give it other neighbours, while everybody else goes on with the first.</summary>
/// <param name="setup">The run.</param>
/// <param name="ports">Where their ports come from; each is kept for the run.</param>
/// <param name="over">Cancelled when the run stops: none is started any more.</param>
internal sealed class ServiceInstances(RunSetup setup, PortReservation ports, CancellationToken over)
{
    private readonly Lock _lock = new();
    private readonly List<ServiceUnit> _units = [];
    private int _last = 1;

    /// <summary>Those that are kept now.</summary>
    public IReadOnlyList<ServiceUnit> Units
    {
        get
        {
            lock (_lock)
            {
                return [.. _units];
            }
        }
    }

    /// <summary>Starts one and waits until it is healthy.</summary>
    /// <exception cref="SuiteException">It was not.</exception>
    public async Task<IServiceInstance> AddAsync(ServiceEntry service, IReadOnlyDictionary<string, string> env, CancellationToken hurry)
    {
        if (service.Kind == ServiceKind.Job)
        {
            throw new SuiteException(
                new SuiteError(ErrorCodes.RequestRefused, $"{service.Title} gets no second instance: it is a job.", service.Name)
            );
        }
        var instance = new Instance(this, Enter(service, env), hurry);
        try
        {
            await instance.Unit.StartAsync(over);
            return instance;
        }
        catch (Exception e)
        {
            await instance.DisposeAsync();
            if (e is OperationCanceledException)
            {
                throw new SuiteException(
                    new SuiteError(ErrorCodes.RequestRefused, $"{service.Title} gets no second instance: the run stops.", service.Name)
                );
            }
            throw;
        }
    }

    private ServiceUnit Enter(ServiceEntry service, IReadOnlyDictionary<string, string> env)
    {
        lock (_lock)
        {
            var number = ++_last;
            var own = ServicePort.Of(service).Select(port => port with { Number = ports.ReserveAny() }).ToList();
            var entry = service with
            {
                Name = $"{service.Name}{ServiceState.InstanceMark}{number}",
                Title = $"{service.Title} ({number})",
                Port = own.FirstOrDefault()?.Number ?? 0,
                Ports = ServicePort.ByName(own),
                Env = service
                    .Env.Concat(env.Select(Literal))
                    .GroupBy(pair => pair.Key)
                    .ToDictionary(same => same.Key, same => same.Last().Value),
                Before = [], // the first one's: a build step would meet it running
            };
            setup.Board.Update(state =>
                state with
                {
                    Instances = [.. state.Instances, StateOf(entry, state.Services.First(each => each.Name == service.Name))],
                }
            );
            var unit = new ServiceUnit(setup, entry, service.Name);
            _units.Add(unit);
            return unit;
        }
    }

    // What a test gives is no text of the manifest's.
    private static KeyValuePair<string, string> Literal(KeyValuePair<string, string> given) =>
        KeyValuePair.Create(given.Key, given.Value.Replace("${", "$${", StringComparison.Ordinal));

    private ServiceState StateOf(ServiceEntry entry, ServiceState first) =>
        first with
        {
            Name = entry.Name,
            Title = entry.Title,
            Url = FirstState.UrlOf(entry.Port, entry.Health),
            Port = entry.Port,
            Ports = entry.Ports,
            Phase = RunPhase.Pending,
            Process = null,
            Log = setup.Folder.LogOf(entry.Name),
            Exit = null,
        };

    private async Task RemoveAsync(ServiceUnit unit, CancellationToken hurry)
    {
        await unit.StopAsync(hurry);
        lock (_lock)
        {
            _units.Remove(unit);
            setup.Board.Update(state => state with { Instances = [.. state.Instances.Where(each => each.Name != unit.Entry.Name)] });
        }
    }

    private sealed class Instance(ServiceInstances owner, ServiceUnit unit, CancellationToken hurry) : IServiceInstance
    {
        public ServiceUnit Unit => unit;

        public string Name => unit.Entry.Name;

        public int Port => unit.Port; // it may choose its own

        public async ValueTask DisposeAsync() => await owner.RemoveAsync(unit, hurry);
    }
}
