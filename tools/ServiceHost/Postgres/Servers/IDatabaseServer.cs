using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.Postgres.Servers;

/// <summary>The PostgreSQL server of a run: its own, or one that was given.</summary>
public interface IDatabaseServer : IAsyncDisposable
{
    /// <summary>For the run's state.</summary>
    PostgresState State { get; }

    /// <summary>Ends when the run's own server ends though nobody stopped it; never for one that was given.</summary>
    Task<SuiteError> Died { get; }

    /// <summary>Creates the database and migrates it.</summary>
    /// <param name="database">Its name in the manifest.</param>
    /// <param name="migrationsFolder">The absolute folder of its migrations, when it has any.</param>
    /// <param name="placeholders">What stands for <c>${name}</c> in these, by name.</param>
    /// <param name="cancel">Calls it off.</param>
    /// <returns>Its <c>postgresql://user:password@host:port/name</c> address.</returns>
    /// <exception cref="SuiteException">A migration or the server failed.</exception>
    Task<string> PrepareAsync(
        string database,
        string? migrationsFolder,
        IReadOnlyDictionary<string, string> placeholders,
        CancellationToken cancel
    );

    /// <summary>Stops the run's own server (asked, then killed) and removes its data directory. Nothing else happens to one that was given than the removal of what <see cref="PrepareAsync"/> created.</summary>
    /// <param name="cancel">Once cancelled, nobody is asked any more; what is to be removed is removed nevertheless.</param>
    /// <exception cref="SuiteException">Something could not be ended or removed.</exception>
    Task StopAsync(CancellationToken cancel);
}
