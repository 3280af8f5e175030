using ServiceHost.Client;
using ServiceHost.State;

namespace ServiceHost.Leases;

/// <summary>What the control pipe acts on: the supervisor.</summary>
internal interface IControlTarget
{
    /// <summary>The run's state and events.</summary>
    RunBoard Board { get; }

    /// <summary>The leases.</summary>
    LeaseBook Leases { get; }

    /// <summary>Stops without asking: every process is killed.</summary>
    void KillAll();

    /// <summary>Stops, starts, pauses or resumes one service.</summary>
    /// <exception cref="SuiteException">There is none of that name, or it can't be done now.</exception>
    Task ChangeServiceAsync(ControlVerb verb, string? service, CancellationToken cancel);
}
