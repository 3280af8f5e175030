namespace IntegrationSuite.ServiceHost.Postgres.Servers;

/// <summary>Which server, and where it may write.</summary>
/// <param name="ConnectionString">A server to use instead of a private one: an Npgsql connection string or a <c>postgresql://</c> address.</param>
/// <param name="RunDirectory">The absolute folder of the run: the data directory and the log go below it.</param>
/// <param name="RunId">The run's id, for names that must not clash on a shared server.</param>
/// <param name="Environment">What a process of the run inherits.</param>
/// <param name="Port">The port of a private server; 0 for any that is free.</param>
public sealed record DatabaseServerOptions(
    string? ConnectionString,
    string RunDirectory,
    string RunId,
    IReadOnlyDictionary<string, string> Environment,
    int Port = 0
);
