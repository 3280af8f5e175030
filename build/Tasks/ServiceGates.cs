using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;

namespace IntegrationSuite.Tasks;

/// <summary>How strict each service's gates are in this run. Of a service that no run knows they are as strict as can be.</summary>
internal sealed class ServiceGates
{
    /// <param name="byService">Service → levels.</param>
    public ServiceGates(IReadOnlyDictionary<string, GateLevels> byService) => ByService = byService;

    /// <summary>Service → levels.</summary>
    public IReadOnlyDictionary<string, GateLevels> ByService { get; }

    /// <summary>Those of the run whose state file it is.</summary>
    public static ServiceGates Read(string stateFile) =>
        new((RunState.TryRead(stateFile)?.Services ?? []).ToDictionary(service => service.Name, service => service.Gates));

    /// <summary>The levels of a service.</summary>
    public GateLevels Of(string? service) => ByService.GetValueOrDefault(service ?? "") ?? new GateLevels();

    /// <summary>An error as its gate has it: as it is, as a warning, or not at all.</summary>
    public IEnumerable<SuiteError> Judge(SuiteError error) => Of(error.Service).Judge(error);
}
