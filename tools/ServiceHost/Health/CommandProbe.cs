using IntegrationSuite.ServiceHost.Processes;

namespace IntegrationSuite.ServiceHost.Health;

/// <summary>A service is healthy once a command ends with 0.</summary>
/// <param name="launcher">Starts it.</param>
/// <param name="spec">The command.</param>
internal sealed class CommandProbe(IProcessLauncher launcher, ProcessSpec spec) : IHealthProbe
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    public TimeSpan LeastPause { get; } = TimeSpan.FromMilliseconds(250);

    /// <inheritdoc />
    public async Task<HealthLook> LookAsync(CancellationToken cancel)
    {
        var process = launcher.Launch(spec);
        try
        {
            var code = await process.Exited.WaitAsync(s_patience, cancel);
            return new HealthLook(code == 0, $"'{spec.FileName}' ended with {ExitText.Of(code)}; what it said is in {spec.LogFile}");
        }
        catch (TimeoutException)
        {
            return HealthLook.Unhealthy($"'{spec.FileName}' did not end within {s_patience.TotalSeconds:0} s");
        }
        finally
        {
            await GroupStop.RunAsync(process, TimeSpan.Zero, CancellationToken.None); // with all that it left
        }
    }
}
