using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Storage;
using IntegrationSuite.ServiceHost.Processes;
using IntegrationSuite.ServiceHost.Storage;

namespace IntegrationSuite.ServiceHost.Postgres.Private;

/// <summary>What runs leave outside of their folders when supervisor and watchdog were both killed: a control socket, the data of a server, its shared memory.</summary>
internal static class DeadRuns
{
    /// <summary>Takes it over.</summary>
    /// <param name="runDirectory">The absolute folder of a run, below which data may be.</param>
    /// <param name="chosen">Of which runs.</param>
    public static List<RunDirectory> Take(string runDirectory, Predicate<RunDirectory> chosen) =>
        [.. RunDirectory.TakeDead(PrivatePaths.Runtime, chosen), .. TakeData(runDirectory, chosen)];

    /// <summary>Removes what one left. Its processes must have ended.</summary>
    /// <exception cref="SuiteException">Something can't be removed.</exception>
    public static void Remove(RunDirectory left)
    {
        try
        {
            DataDirectory.Remove(left);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SuiteException(
                new SuiteError(ErrorCodes.PostgresLeft, $"'{left.Path}', which a dead run left, can't be removed: {e.Message}")
            );
        }
    }

    /// <summary>Removes the data of dead runs of any folder: runs in folders that are never used again leave it to others. A server that still runs there is ended.</summary>
    public static void RemoveData(string runDirectory)
    {
        foreach (var left in TakeData(runDirectory, _ => true))
        {
            RunSweep.Kill(left.RunId, except: []);
            Remove(left);
        }
    }

    private static IEnumerable<RunDirectory> TakeData(string runDirectory, Predicate<RunDirectory> chosen) =>
        DataDirectory.Bases(runDirectory).SelectMany(@base => RunDirectory.TakeDead(@base, chosen));
}
