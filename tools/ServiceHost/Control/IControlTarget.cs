using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.State;

namespace IntegrationSuite.ServiceHost.Control;

/// <summary>What the control pipe acts on: the supervisor.</summary>
internal interface IControlTarget
{
    /// <summary>The run's state and events.</summary>
    RunBoard Board { get; }

    /// <summary>The leases.</summary>
    LeaseBook Leases { get; }

    /// <summary>Looks whether every service that nobody stopped still listens, and tells which does not.</summary>
    Task LookAsync();

    /// <summary>Takes note that a holder is gone without giving its lease back, and ends the command that it ran, if it ran one.</summary>
    void Lose(Lease lease);

    /// <summary>Stops without asking: every process is killed.</summary>
    void KillAll();

    /// <summary>Stops, starts, pauses or resumes one service.</summary>
    /// <exception cref="SuiteException">There is none of that name, or it can't be done now.</exception>
    Task ChangeServiceAsync(ControlVerb verb, string? service, CancellationToken cancel);

    /// <summary>Starts a second instance of a service.</summary>
    /// <exception cref="SuiteException">There is none of that name, the run is not ready, or the instance was not healthy in time.</exception>
    Task<IServiceInstance> AddInstanceAsync(string? service, IReadOnlyDictionary<string, string> env);
}
