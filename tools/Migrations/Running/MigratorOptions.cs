namespace IntegrationSuite.Migrations.Running;

/// <summary>How a <see cref="Migrator"/> works.</summary>
public sealed record MigratorOptions
{
    /// <summary>How long to wait for another runner on the same database.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How this runner names itself to the server, and so to a runner that waits for it.</summary>
    public string ApplicationName { get; init; } = $"migrations (process {Environment.ProcessId})";
}
