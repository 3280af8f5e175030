using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Processes;

namespace IntegrationSuite.ServiceHost.Commands;

/// <summary>How many files this process may have open. With too few, the first that is missing fails in a way that nobody understands.</summary>
internal static class DescriptorLimit
{
    // Seen: the supervisor of one service and PostgreSQL has 130 open while it starts, half of them .NET's assemblies.
    private const ulong Needed = 256;

    // A reserved port, a connection of a probe, and what its end takes.
    private const ulong PerService = 4;

    /// <summary>Refuses to go on with too few.</summary>
    /// <param name="services">How many services will be started.</param>
    /// <exception cref="SuiteException">SUITE219.</exception>
    public static void Require(int services = 0)
    {
        var needed = Needed + (PerService * (ulong)services);
        if (!OperatingSystem.IsWindows() && Posix.OpenFileLimit() is { } limit && limit < needed)
        {
            throw new SuiteException(
                new SuiteError(
                    ErrorCodes.TooFewDescriptors,
                    $"This process may have {limit} files open, and needs {needed}. Raise the limit (ulimit -n {Math.Max(1024, needed)}), then run again."
                )
            );
        }
    }
}
