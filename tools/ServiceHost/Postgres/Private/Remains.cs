using ServiceHost.Client;
using ServiceHost.Processes;

namespace ServiceHost.Postgres.Private;

/// <summary>What a run's own server leaves once its process has ended: its data, and its shared memory if it was killed.</summary>
public static class Remains
{
    /// <summary>Removes what runs left whose supervisor and watchdog were both killed. Their processes must have ended.</summary>
    /// <param name="runDirectory">The absolute folder of those runs.</param>
    /// <param name="runIdPrefix">What the ids of that folder's runs begin with.</param>
    /// <exception cref="SuiteException">Something can't be removed.</exception>
    public static void RemoveOfRuns(string runDirectory, string runIdPrefix)
    {
        foreach (var path in DataDirectory.OfRuns(runDirectory, runIdPrefix))
        {
            Remove(path, log: null);
        }
    }

    /// <summary>Removes what runs of any folder left whose supervisor and watchdog were both killed: runs in folders that are never used again leave it to others. A server that still runs there is ended.</summary>
    internal static void RemoveOfDeadRuns()
    {
        foreach (var (path, runId) in DataDirectory.OfDeadRuns())
        {
            RunSweep.Kill(runId, except: []);
            try
            {
                DataDirectory.Remove(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Its own watchdog or another run removes it at this moment. If not, the next run tries again.
            }
        }
    }

    /// <summary>Removes a data directory.</summary>
    /// <exception cref="SuiteException">It can't be removed.</exception>
    internal static void Remove(string dataDirectory, string? log)
    {
        try
        {
            DataDirectory.Remove(dataDirectory);
        }
        catch (DirectoryNotFoundException)
        {
            // Another run removes it at this moment: its owner was dead.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SuiteException(new SuiteError(ErrorCodes.PostgresLeft, $"PostgreSQL's data directory '{dataDirectory}' can't be removed: {e.Message}", Log: log));
        }
    }
}
