using IntegrationSuite.ServiceHost.Client;
using Pipeline.FaultMatrix.Chains;
using Pipeline.FaultMatrix.Deeds;
using Pipeline.Systems;

namespace Pipeline.FaultMatrix;

/// <summary>A run of a cell's system: what a deed sees of it, and can do to it.</summary>
internal sealed class Trial(Cell cell, IToolChain chain) : IDisposable
{
    private readonly List<Stranger> _strangers = [];
    private readonly List<Mount> _mounts = [];
    private CliProcess? _starter;

    public SmallSystem System => chain.System;

    public Moment Moment => cell.When;

    public bool IsStarted => _starter is not null;

    public bool HasEnded => _starter is { HasExited: true };

    public int SlowPort => System.PortOf(chain.SlowService);

    public string SlowUrl => System.UrlOf(chain.SlowService);

    /// <summary>The other run, if the deed is one.</summary>
    public CliProcess? Rival { get; set; }

    /// <summary>Writes what the run is about.</summary>
    public void Write()
    {
        chain.Write(cell.Quick, cell.Slow);
        System.KeepsBuildNodes = cell.What.TerminatesStarter; // on SIGTERM MSBuild leaves them, whatever it was told
        var folder = Directory.CreateDirectory(Path.Combine(System.Folder, Cell.Migrations)).FullName;
        File.WriteAllText(Path.Combine(folder, "V1__quick.sql"), "SELECT pg_sleep(0.3); CREATE TABLE quick (text text);");
    }

    /// <summary>Starts it.</summary>
    public void Start() => _starter = chain.Start();

    /// <summary>Waits for the moment.</summary>
    public Task ReachMomentAsync() =>
        cell.When switch
        {
            Moment.BeforePortCheck => ReachAsync(() => System.State is not null),
            Moment.DatabaseStart => ReachAsync(() => Happened(RunEventKind.SupervisorStarted)),
            Moment.Migration => ReachAsync(() => Happened(RunEventKind.PostgresReady)),
            Moment.HalfHealthy => ReachAsync(() => Happened(RunEventKind.ServiceHealthy)),
            Moment.Tests => ReachAsync(() => chain.TestsRun),
            _ => ReachStopAsync(),
        };

    /// <summary>Waits for the end of the run, which ends its tests if the deed is reason enough.</summary>
    public Task<CliResult> EndAsync()
    {
        if (cell.When < Moment.HalfHealthy || !cell.What.EndsTests(chain.EndsTestsOnDeath))
        {
            chain.LetTestsEnd();
        }

        return _starter!.EndAsync();
    }

    /// <summary>Fails the test unless another run passes.</summary>
    public Task NextRunPassesAsync() => chain.PassesAsync();

    /// <summary>The process, or group if negative, of a victim; null while there is none.</summary>
    public int? PidOf(Victim victim) =>
        victim switch
        {
            Victim.Starter => _starter!.Pid,
            Victim.StarterGroup => -_starter!.Pid,
            Victim.Command => chain.CommandOf(_starter!.Pid),
            Victim.Supervisor => System.State?.Supervisor.Pid,
            Victim.Watchdog => System.State?.Watchdog?.Pid,
            Victim.Service => System.State?.Services.Single(service => service.Name == chain.SlowService).Process?.Pid,
            _ => System.State?.Postgres?.Process?.Pid,
        };

    /// <summary>Takes the misbehaviour out of the manifest.</summary>
    public Task MendServiceAsync()
    {
        chain.Write(cell.Quick, Cell.MendedSlow);
        return Task.CompletedTask;
    }

    /// <summary>Starts a process that must not be touched, on a port if it is given one.</summary>
    public async Task<Stranger> AddStrangerAsync(int port = 0)
    {
        _strangers.Add(await Stranger.StartAsync(port));
        return _strangers[^1];
    }

    /// <summary>Fails the test if a stranger was ended; sends them home.</summary>
    public void DismissStrangers()
    {
        _strangers.ForEach(stranger => stranger.AssertAlive());
        End(_strangers);
    }

    /// <summary>Keeps a mount until it is taken away, at the latest when the trial is over.</summary>
    public void Add(Mount mount) => _mounts.Add(mount);

    /// <summary>Takes the mounts away.</summary>
    public void Unmount() => End(_mounts);

    public void Dispose()
    {
        End(_strangers);
        Unmount();
    }

    private static void End<T>(List<T> belongings)
        where T : IDisposable
    {
        belongings.ForEach(belonging => belonging.Dispose());
        belongings.Clear();
    }

    private async Task ReachStopAsync()
    {
        await ReachAsync(() => chain.TestsRun);
        chain.LetTestsEnd();
        await ReachAsync(() => Happened(RunEventKind.Stopping));
    }

    private bool Happened(RunEventKind kind) => System.State is not null && System.Events.Any(each => each.Kind == kind);

    private Task ReachAsync(Func<bool> reached) =>
        Until.TrueAsync(
            () => reached() || (HasEnded ? throw new AssertFailedException("The run ended before that moment.") : false),
            () => "That moment never came.",
            chain.Patience
        );
}
