using ServiceHost.Client.Manifests;
using ServiceHost.Processes;

namespace ServiceHost.Health;

/// <summary>Makes the probe of a service.</summary>
/// <param name="Port">The service's port; 0 when it has none, or tells it.</param>
/// <param name="Log">Its log's path.</param>
/// <param name="LogStart">Where this start's part of the log begins, in bytes.</param>
/// <param name="Process">The service.</param>
/// <param name="Check">Tells whether its port leads to it.</param>
/// <param name="Command">Makes a command with its environment ready for the launcher.</param>
/// <param name="Launcher">Starts that.</param>
internal sealed record HealthProbes(
    int Port,
    string Log,
    long LogStart,
    IRunningProcess Process,
    IPortCheck Check,
    Func<IReadOnlyList<string>, ProcessSpec> Command,
    IProcessLauncher Launcher
)
{
    /// <summary>The probe.</summary>
    public IHealthProbe For(HealthCheck health) =>
        health switch
        {
            HttpHealth http => new HttpProbe(Port, http, Check),
            TcpHealth => Check.Tcp(Port),
            LogHealth log => Listening(new LogProbe(log, Log, LogStart), log.TellsPort),
            CommandHealth command => Listening(new CommandProbe(Launcher, Command(command.Command)), tellsPort: false),
            AliveHealth alive => Listening(new AliveProbe(alive.Seconds), tellsPort: false),
            _ => throw new ArgumentOutOfRangeException(nameof(health)),
        };

    private IHealthProbe Listening(IHealthProbe inner, bool tellsPort) =>
        Port > 0 || tellsPort ? new ListeningProbe(inner, Port, Check) : inner;
}
