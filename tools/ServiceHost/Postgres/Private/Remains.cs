using ServiceHost.Client;

namespace ServiceHost.Postgres.Private;

/// <summary>What a run's own server leaves once its process has ended.</summary>
public static class Remains
{
    /// <summary>Removes the data directory, and the shared memory of a server that was killed. Its process must have ended.</summary>
    /// <param name="server">The server as the run's state tells it.</param>
    /// <exception cref="SuiteException">Something can't be removed.</exception>
    public static void Remove(PostgresState server)
    {
        if (server.DataDirectory is not { } path)
        {
            return;
        }

        try
        {
            DataDirectory.Remove(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SuiteException(new SuiteError(ErrorCodes.PostgresLeft, $"PostgreSQL's data directory '{path}' can't be removed: {e.Message}", Log: server.Log));
        }
    }
}
