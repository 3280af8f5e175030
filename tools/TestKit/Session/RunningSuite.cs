using System.Collections.Concurrent;
using System.Reflection;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.TestKit.Session;

/// <summary>The lease of this test process, and what it learns through it.</summary>
internal static class RunningSuite
{
    private static readonly ConcurrentDictionary<string, SuiteError> DeathsByService = new();
    private static readonly TaskCompletionSource<SuiteError> LossSource = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private static SupervisorClient? _client;
    private static string? _stateFile;
    private static DateTimeOffset _opened;

    /// <summary>What runs now.</summary>
    /// <exception cref="InvalidOperationException">Nothing does.</exception>
    public static RunState State =>
        TryState()
        ?? throw new InvalidOperationException(
            "No services run for this test process: it holds no lease. Is TestKit's extension registered (IntegrationTestConcern)? A classic VSTest project takes none: run it by IntegrationTest, or after StartServices."
        );

    /// <summary>The supervisor, for tests that stop and start single services.</summary>
    public static SupervisorClient Supervisor =>
        _client ?? throw new InvalidOperationException("The services run elsewhere; this test cannot control them.");

    /// <summary>Ends when the services go away under the tests, with the cause: what these say from then on is not about the services.</summary>
    public static Task<SuiteError> Loss => LossSource.Task;

    /// <summary>Why a service that died did so; null while it lives.</summary>
    public static SuiteError? DeathOf(string service) =>
        DeathsByService.GetValueOrDefault(service) ?? (Loss.IsCompleted ? Loss.Result : null);

    /// <summary>What runs now; null when nothing does that a state file tells of.</summary>
    public static RunState? TryState() =>
        (_stateFile ?? Environment.GetEnvironmentVariable(RunState.FileVariable)) is { } file ? RunState.TryRead(file) : HeldByTheBuild();

    /// <summary>Takes the lease, starting the services if nobody has, and waits until they are healthy.</summary>
    public static async Task OpenAsync(CancellationToken cancel)
    {
        var state = Environment.GetEnvironmentVariable(RunState.FileVariable);
        if (state is null && Environment.GetEnvironmentVariable(ServiceUrls.AllVariable) is not null)
        {
            return;
        }

        _opened = DateTimeOffset.UtcNow;
        var options = SessionOptions.Read();
        var launch = state is null ? options.Launch : options.Launch.Joining(state);
        var holder = $"test process {Assembly.GetEntryAssembly()!.GetName().Name}";
        _client = await SupervisorClient.AttachOrStartAsync(
            launch,
            options.Exclusive ? ControlVerb.TestExclusive : ControlVerb.Test,
            holder,
            Observe,
            cancel
        );
        _stateFile = launch.StateFile;
        await _client.WaitReadyAsync(cancel);
    }

    /// <summary>Gives the lease back; as the last holder, waits until everything has stopped.</summary>
    /// <returns>What went wrong: services that went away, died, or had to be killed.</returns>
    public static async Task<IReadOnlyList<SuiteError>> CloseAsync()
    {
        if (_client is not { } client)
        {
            return [];
        }

        _client = null;
        using (client)
        {
            var events = await client.ReleaseAsync(CancellationToken.None);
            SuiteError[] loss = Loss.IsCompleted ? [Loss.Result] : [];
            return [.. loss.Concat(DeathsByService.Values).Concat(events.Select(e => e.Error).OfType<SuiteError>()).Distinct()];
        }
    }

    // A classic VSTest process has no extension that takes a lease: the build, or StartServices, holds one for it.
    private static RunState? HeldByTheBuild() =>
        Environment.GetEnvironmentVariable(ServiceUrls.AllVariable) is null
        && SessionOptions.IsThere
        && RunState.TryRead(SessionOptions.Read().Launch.StateFile) is { Phase: RunPhase.Ready } state
        && state.SupervisorLives()
            ? state
            : null;

    private static void Observe(RunEvent e)
    {
        if (_client is not null && e.Kind is RunEventKind.SupervisorLost or RunEventKind.Stopping)
        {
            LossSource.TrySetResult(
                e.Error ?? new SuiteError(ErrorCodes.StoppedInUse, $"The services were stopped while tests ran: {e.Message}")
            );
        }

        // Without it no service can do anything.
        if (e.Error is { Code: ErrorCodes.PostgresDied } gone)
        {
            LossSource.TrySetResult(gone);
        }

        if (e.Kind == RunEventKind.Waiting && e.Time > _opened)
        {
            Console.Error.WriteLine(e.Message); // else nobody knows why no test begins
        }

        if (e is { Kind: RunEventKind.ServiceDied, Service: { } service, Error: { } error })
        {
            DeathsByService[service] = error;
        }
    }
}
