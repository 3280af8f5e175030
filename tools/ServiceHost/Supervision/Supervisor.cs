using System.Runtime.InteropServices;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Client.Storage;
using IntegrationSuite.ServiceHost.Control;
using IntegrationSuite.ServiceHost.Ports;
using IntegrationSuite.ServiceHost.Processes;
using IntegrationSuite.ServiceHost.State;
using IntegrationSuite.ServiceHost.Storage;
using IntegrationSuite.ServiceHost.Watch;

namespace IntegrationSuite.ServiceHost.Supervision;

/// <summary>A run from start to stop: starts the services, keeps them while somebody wants them, stops them.</summary>
internal sealed class Supervisor : IControlTarget
{
    private static readonly TimeSpan s_firstLease = TimeSpan.FromSeconds(15);

    private readonly LaunchOptions _options;
    private readonly ServiceManifest _manifest;
    private readonly RunFolder _folder;
    private readonly IReadOnlyList<SuiteError> _kept;
    private readonly CancellationTokenSource _over = new();
    private readonly CancellationTokenSource _hurry = new();
    private IReadOnlyList<ServiceUnit> _units = [];
    private ServiceInstances? _instances;

    /// <summary>Prepares a run; nothing is started yet.</summary>
    /// <param name="options">How to run.</param>
    /// <param name="manifest">What.</param>
    /// <param name="folder">The run's folder, which it has for itself.</param>
    /// <param name="kept">What earlier runs left and could not be removed: told as warnings.</param>
    public Supervisor(LaunchOptions options, ServiceManifest manifest, RunFolder folder, IReadOnlyList<SuiteError> kept)
    {
        (_options, _manifest, _folder, _kept) = (options, manifest, folder, kept);
        Leases = new LeaseBook(options.KeepRunning);
        Board = new RunBoard(FirstState.Of(options, manifest, folder), options.StateFile, options.EventsFile);
    }

    /// <inheritdoc />
    public RunBoard Board { get; }

    /// <inheritdoc />
    public LeaseBook Leases { get; }

    private IReadOnlyList<ServiceUnit> Instances => _instances?.Units ?? [];

    /// <summary>Runs until everything has stopped.</summary>
    /// <param name="onListening">Called once the control pipe takes connections.</param>
    public async Task RunAsync(Action onListening)
    {
        using var signals = new SignalGuard(OnSignal);
        using var own = RunDirectory.Create(PrivatePaths.Runtime, _folder.RunId, _folder.Path);
        var control = new ControlServer(_folder.ControlPipe, this);
        onListening();
        Board.Publish(RunEventKind.SupervisorStarted, message: _manifest.File);
        foreach (var warning in _kept.Select(error => error with { IsWarning = true }))
        {
            Board.Publish(RunEventKind.Warning, message: warning.Message, error: warning);
        }
        _ = CloseIfNobodyComesAsync();
        _ = CloseOnFullDiskAsync();
        _ = CancelWhenOverAsync();
        await RunWatchedAsync();
        Board.Update(state => state with { Phase = RunPhase.Stopped });
        Board.Publish(RunEventKind.Stopped);
        Board.Dispose();
        await control.DisposeAsync();
    }

    private async Task RunWatchedAsync()
    {
        try
        {
            using var reservation = new PortReservation(
                $"the servicehost run in '{_folder.Path}' (process {Environment.ProcessId}, since {DateTimeOffset.Now:yyyy-MM-dd HH:mm:ss}); stop it with: servicehost down --artifacts \"{_options.ArtifactsDirectory}\""
            );
            using var watchdog = new WatchdogLink(_folder, identity => Board.Update(state => state with { Watchdog = identity }));
            await RunServicesAsync(
                new RunSetup(_options, _manifest, _folder, Board, new RunLauncher(_folder.RunId, watchdog)),
                reservation
            );
        }
        catch (LaunchException e)
        {
            // The watchdog's log is in the folder that may just have become read-only. Without a watchdog nothing is started.
            Fail([
                new SuiteError(
                    ErrorCodes.RunDirectoryUnusable,
                    $"The folder '{_folder.Path}' can't be used, so that no watchdog can be started: {e.Message}"
                ),
            ]);
        }
    }

    /// <inheritdoc />
    public async Task LookAsync()
    {
        var used = _units.Concat(Instances).Where(unit => unit.IsInUse).ToList();
        if (used.Count > 0)
        {
            var now = await ListenSnapshot.TakeAsync();
            await Task.WhenAll(used.Select(unit => unit.RequireListeningAsync(now)));
        }
    }

    /// <inheritdoc />
    public void Lose(Lease lease)
    {
        Leases.Lose(lease);
        RunSweep.KillCommands(CommandMark.Of(_folder.RunId, lease.Pid));
    }

    /// <inheritdoc />
    public void KillAll()
    {
        _hurry.Cancel();
        Leases.Close("somebody asked to kill all");
    }

    /// <inheritdoc />
    public Task ChangeServiceAsync(ControlVerb verb, string? service, CancellationToken cancel)
    {
        var unit = Find(service, [.. _units, .. Instances]);
        switch (verb)
        {
            case ControlVerb.StopService:
                return unit.StopAsync(_hurry.Token);
            case ControlVerb.StartService:
                return unit.StartAsync(_over.Token);
            default:
                unit.Suspend(verb == ControlVerb.PauseService);
                return Task.CompletedTask;
        }
    }

    /// <inheritdoc />
    public async Task<IServiceInstance> AddInstanceAsync(string? service, IReadOnlyDictionary<string, string> env)
    {
        var entry = Find(service, _units).Entry;
        if (Board.State.Phase != RunPhase.Ready)
        {
            throw new SuiteException(
                new SuiteError(
                    ErrorCodes.RequestRefused,
                    $"{entry.Title} gets no second instance: the run is not ready, or stops.",
                    entry.Name
                )
            );
        }
        return await _instances!.AddAsync(entry, env, _hurry.Token);
    }

    private static ServiceUnit Find(string? service, IReadOnlyList<ServiceUnit> units) =>
        units.FirstOrDefault(unit => unit.Entry.Name == service)
        ?? throw new SuiteException(
            new SuiteError(
                ErrorCodes.UnknownService,
                $"No service '{service}' runs here. Known are {NameList.Of([.. units.Select(unit => unit.Entry.Name)])}."
            )
        );

    private async Task RunServicesAsync(RunSetup setup, PortReservation reservation)
    {
        _instances = new ServiceInstances(setup, reservation, _over.Token);
        var databases = new RunDatabases(setup);
        try
        {
            await StartAsync(setup, databases, reservation);
            await Leases.Closed;
            await LookAsync();
        }
        catch (SuiteException e)
        {
            Fail(e.Errors);
        }
        catch (OperationCanceledException) when (_over.IsCancellationRequested)
        {
            Fail([new SuiteError(ErrorCodes.StartCancelled, $"The start was called off: {await Leases.Closed}.")]);
        }
        catch (Exception e)
        {
            // A defect of ours: whatever it is, what was started must be stopped.
            await Console.Error.WriteLineAsync(e.ToString());
            Fail([
                new SuiteError(ErrorCodes.InternalError, $"A defect of servicehost: {e.Message} Its log tells more.", Log: _folder.OwnLog),
            ]);
        }
        Board.Update(state => state with { Phase = RunPhase.Stopping });
        Board.Publish(RunEventKind.Stopping, message: await Leases.Closed);
        await new StopSequence(setup, [.. _units, .. Instances], databases).RunAsync(_hurry.Token);
    }

    private async Task StartAsync(RunSetup setup, RunDatabases databases, PortReservation reservation)
    {
        var own = _manifest.Services.Where(service => !_options.ServiceUrls.ContainsKey(service.Name)).ToList();
        await setup.Containers.PrepareAsync(own);
        var ports = await RunPorts.PlanAsync(setup, reservation, _over.Token);
        var started = TimeProvider.System.GetTimestamp();
        Board.Update(state => FirstState.WithPorts(state, _manifest, ports));
        _units = MakeUnits(setup, own);
        databases.Begin(own, _over.Token);
        await new StartSequence(_units, databases).RunAsync(_over.Token);
        Board.PublishReady(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
    }

    private static List<ServiceUnit> MakeUnits(RunSetup setup, IReadOnlyList<ServiceEntry> services)
    {
        var (units, errors) = (new List<ServiceUnit>(), new List<SuiteError>());
        errors.AddRange(services.SelectMany(service => ReferenceValues.MissingVariables(service, setup.Manifest.File)));
        foreach (var service in services)
        {
            try
            {
                units.Add(new ServiceUnit(setup, service));
            }
            catch (SuiteException e)
            {
                errors.AddRange(e.Errors);
            }
        }
        return errors.Count == 0 ? units : throw new SuiteException(errors);
    }

    private void Fail(IReadOnlyList<SuiteError> errors)
    {
        foreach (var error in errors)
        {
            Board.Publish(RunEventKind.StartFailed, error.Service, error.Message, error);
        }
        Leases.Close("the start failed");
    }

    private async Task CancelWhenOverAsync()
    {
        await Leases.Closed;
        await _over.CancelAsync();
    }

    // Whoever started this asks for a lease at once, unless he was killed in between.
    private async Task CloseIfNobodyComesAsync()
    {
        using var limit = new CancellationTokenSource(s_firstLease);
        var starterEnds = _options.Starter?.WaitForEndAsync(limit.Token) ?? Task.Delay(Timeout.Infinite, limit.Token);
        await starterEnds.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Leases.CloseIfUnused();
    }

    private async Task CloseOnFullDiskAsync()
    {
        var error = await Board.WriteFailed;
        Board.PublishFault(error);
        Leases.Close("its state can't be written");
    }

    // The second signal is an impatient one.
    private void OnSignal(PosixSignal signal)
    {
        if (Leases.Closed.IsCompleted)
        {
            _hurry.Cancel();
        }
        Leases.Close($"the supervisor got {signal}");
    }
}
