using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Processes;

namespace IntegrationSuite.ServiceHost.Health;

/// <summary>Makes the probe of a service.</summary>
/// <param name="Ports">The service's ports, of which the first is asked; none when it has none, or tells it.</param>
/// <param name="Log">Its log's path.</param>
/// <param name="LogStart">Where this start's part of the log begins, in bytes.</param>
/// <param name="Process">The service.</param>
/// <param name="Check">Tells whether its port leads to it.</param>
/// <param name="Command">Makes a command with its environment ready for the launcher.</param>
/// <param name="Launcher">Starts that.</param>
internal sealed record HealthProbes(
    IReadOnlyList<int> Ports,
    string Log,
    long LogStart,
    IRunningProcess Process,
    IPortCheck Check,
    Func<IReadOnlyList<string>, ProcessSpec> Command,
    IProcessLauncher Launcher
)
{
    /// <summary>The port that is asked; 0 when there is none, or it is told.</summary>
    public int Port => Ports.FirstOrDefault();

    /// <summary>The probe.</summary>
    public IHealthProbe For(HealthCheck health) =>
        health switch
        {
            HttpHealth http => Listening(new HttpProbe(Port, http, Check), [.. Ports.Skip(1)]),
            TcpHealth => Listening(Check.Tcp(Port), [.. Ports.Skip(1)]),
            LogHealth log => Listening(new LogProbe(log, Log, LogStart), Ports, log.TellsPort),
            CommandHealth command => Listening(new CommandProbe(Launcher, Command(command.Command)), Ports),
            AliveHealth alive => Listening(new AliveProbe(alive.Seconds), Ports),
            _ => throw new ArgumentOutOfRangeException(nameof(health)),
        };

    private IHealthProbe Listening(IHealthProbe inner, IReadOnlyList<int> ports, bool tellsPort = false) =>
        ports.Count > 0 || tellsPort ? new ListeningProbe(inner, ports, Check) : inner;
}
