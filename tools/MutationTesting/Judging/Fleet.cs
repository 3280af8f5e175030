using ServiceHost.Client;

namespace MutationTesting.Judging;

/// <summary>The services, with mutants in them, for as long as this object lives.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    // A mutant that fills the memory fills its service's, and not the machine's.
    private static readonly (string Name, string? Value) s_memoryLimit = ("DOTNET_GCHeapHardLimit", "60000000");

    private readonly SupervisorClient _lease;

    private Fleet(SupervisorClient lease) => _lease = lease;

    /// <summary>Starts it, and waits until all are healthy.</summary>
    /// <param name="launch">How.</param>
    /// <param name="environment">What the services inherit beside all else.</param>
    /// <param name="cancel">Calls it off.</param>
    /// <exception cref="SuiteException">They did not start.</exception>
    public static async Task<Fleet> StartAsync(LaunchOptions launch, (string Name, string? Value) environment, CancellationToken cancel)
    {
        Inherit(environment, s_memoryLimit);
        try
        {
            var lease = await SupervisorClient.AttachOrStartAsync(launch, ControlVerb.Hold, "mutation testing", _ => { }, cancel);
            await lease.WaitReadyAsync(cancel);
            return new Fleet(lease);
        }
        finally
        {
            Inherit((environment.Name, null), (s_memoryLimit.Name, null));
        }
    }

    private static void Inherit(params IEnumerable<(string Name, string? Value)> variables)
    {
        foreach (var (name, value) in variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    /// <summary>Waits until all have stopped.</summary>
    public async ValueTask DisposeAsync()
    {
        await _lease.ReleaseAsync(CancellationToken.None);
        _lease.Dispose();
    }
}
