using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.State;

namespace IntegrationSuite.ServiceHost.Supervision;

/// <summary>One service's part of the run's state and events.</summary>
internal sealed class ServiceBoard(RunBoard board, ServiceEntry entry)
{
    /// <summary>Its state now.</summary>
    public ServiceState State => board.State.ServicesAndInstances().First(service => service.Name == entry.Name);

    /// <summary>Its ports now.</summary>
    public IReadOnlyList<ServicePort> Ports
    {
        get
        {
            var state = State;
            return [.. ServicePort.Of(entry, state.Port, state.Ports)];
        }
    }

    /// <summary>It is in another phase, and perhaps has ended.</summary>
    public void Set(RunPhase phase, ExitState? exit = null) => Set(state => state with { Phase = phase, Exit = exit ?? state.Exit });

    /// <summary>A process of it has just been launched.</summary>
    public void SetStarting(ProcessIdentity process) =>
        Set(state => state with { Phase = RunPhase.Starting, Process = process, Exit = null, Fault = null });

    /// <summary>Changes its state.</summary>
    public void Set(Func<ServiceState, ServiceState> change) => board.Update(entry.Name, change);

    /// <summary>Tells that something has come to its end.</summary>
    /// <param name="kind">What.</param>
    /// <param name="started">When it began, as <see cref="TimeProvider.GetTimestamp"/> gave it.</param>
    /// <param name="port">Its port, where that says something.</param>
    public void Tell(RunEventKind kind, long started, int? port = null) =>
        board.Publish(
            kind,
            entry.Name,
            entry.Title,
            port: port > 0 ? port : null,
            milliseconds: TimeProvider.System.GetElapsedTime(started).TotalMilliseconds
        );

    /// <summary>Tells an error.</summary>
    public void Report(RunEventKind kind, string code, string message) =>
        board.Publish(kind, entry.Name, message, new SuiteError(code, message, entry.Name, State.Log));
}
