using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.MutationTesting.Judging;

/// <summary>The services, with mutants in them, for as long as this object lives.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    // A mutant that fills the memory fills its service's, and not the machine's.
    private const string MemoryLimit = "DOTNET_GCHeapHardLimit";
    private const string MostMemory = "60000000"; // 1.5 GiB, in hexadecimal as .NET reads it

    private readonly LaunchOptions _launch;
    private readonly SupervisorClient _lease;
    private bool _isWhole = true;

    private Fleet(LaunchOptions launch, SupervisorClient lease) => (_launch, _lease) = (launch, lease);

    /// <summary>No service died, and each ended when it was asked: what they note at their end is there.</summary>
    public bool IsWhole => _isWhole && !_lease.Fault.IsCompleted;

    /// <summary>Starts it, and waits until all are healthy.</summary>
    /// <param name="launch">How.</param>
    /// <param name="environment">What the services inherit beside all else.</param>
    /// <param name="cancel">Calls it off.</param>
    /// <exception cref="SuiteException">They did not start, or others run in this place.</exception>
    public static async Task<Fleet> StartAsync(LaunchOptions launch, (string Name, string Value) environment, CancellationToken cancel)
    {
        Environment.SetEnvironmentVariable(environment.Name, environment.Value);
        Environment.SetEnvironmentVariable(MemoryLimit, Environment.GetEnvironmentVariable(MemoryLimit) ?? MostMemory);
        try
        {
            var lease = await SupervisorClient.AttachOrStartAsync(launch, ControlVerb.Hold, "mutation testing", _ => { }, cancel);
            var fleet = new Fleet(launch, lease);
            if (lease.Attached)
            {
                lease.Dispose();
                throw new SuiteException(Others(launch));
            }

            await lease.WaitReadyAsync(cancel);
            return fleet;
        }
        finally
        {
            Environment.SetEnvironmentVariable(environment.Name, null);
        }
    }

    /// <summary>Waits until all have stopped, whoever else holds a lease: a test process that just ended may be thought to.</summary>
    public async ValueTask DisposeAsync()
    {
        var end = await _lease.ReleaseAsync(CancellationToken.None);
        await SupervisorRequests.StopAsync(_launch, ControlVerb.Stop, "mutation testing", _ => { }, CancellationToken.None);
        _isWhole = !end.Any(each => each.Kind is RunEventKind.ServiceKilled or RunEventKind.StopFailed);
        _lease.Dispose();
    }

    private static SuiteError Others(LaunchOptions launch) =>
        new(
            ErrorCodes.AlreadyRunning,
            $"Mutation testing runs already in {launch.ArtifactsDirectory}. Wait for it, or end it: its services are not like those of another run."
        );
}
