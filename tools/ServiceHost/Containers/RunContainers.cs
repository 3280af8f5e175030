using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Client.Storage;
using IntegrationSuite.ServiceHost.Storage;

namespace IntegrationSuite.ServiceHost.Containers;

/// <summary>The containers of a run.</summary>
/// <param name="runId">The run.</param>
internal sealed class RunContainers(string runId)
{
    private ContainerEngine? _engine;

    /// <summary>Finds the engine, if a service needs one, and notes it for whoever cleans up should this run be killed.</summary>
    /// <exception cref="SuiteException">There is none.</exception>
    public async Task PrepareAsync(IEnumerable<ServiceEntry> services)
    {
        if (services.Where(service => service.Image is not null).ToList() is { Count: > 0 } wanting)
        {
            _engine = await EngineSearch.RequireAsync(wanting);
            EngineNote.Write(RunDirectory.PathOf(PrivatePaths.Runtime, runId), _engine);
        }
    }

    /// <summary>The container of a service.</summary>
    /// <returns>Null for one that runs in none.</returns>
    public ServiceContainer? Of(ServiceEntry service) =>
        service.Image is null
            ? null
            : new ServiceContainer(
                _engine ?? throw new InvalidOperationException("The engine was not looked for."),
                RunName.Of(runId),
                service.Name
            );
}
