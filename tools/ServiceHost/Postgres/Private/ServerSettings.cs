namespace IntegrationSuite.ServiceHost.Postgres.Private;

/// <summary>How a private server is initialised and run.</summary>
internal static class ServerSettings
{
    /// <summary>The superuser.</summary>
    public const string Superuser = "postgres";

    /// <summary>How clusters are initialised: passwords only, UTF-8, an order of text that is the same on every machine, small files.</summary>
    public static readonly IReadOnlyList<string> Initdb =
    [
        $"--username={Superuser}",
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--no-sync",
        "--wal-segsize=1",
        OperatingSystem.IsLinux() ? "--locale=C.UTF-8" : "--locale=C",
    ];

    /// <summary>Durability is off: the data is thrown away. Shared memory lives in the data directory, so that it goes with it.</summary>
    private static readonly string[] s_run =
    [
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "fsync=off",
        "synchronous_commit=off",
        "full_page_writes=off",
        "wal_level=minimal",
        "max_wal_senders=0",
        "checkpoint_timeout=30min",
        "max_wal_size=256MB",
        "max_connections=300",
        "jit=off",
        "autovacuum=on",
        "timezone=UTC",
        "log_timezone=UTC",
        "log_line_prefix=%m [%p] %d ",
        "log_lock_waits=on",
        "log_checkpoints=off",
    ];

    /// <summary>The same for the server in a container, which has its own address and port.</summary>
    public static IEnumerable<string> ContainerArguments =>
        s_run
            .Where(setting =>
                !setting.StartsWith("listen_", StringComparison.Ordinal) && !setting.StartsWith("unix_", StringComparison.Ordinal)
            )
            .SelectMany(setting => new[] { "-c", setting });

    /// <summary>The arguments of <c>postgres</c>.</summary>
    public static IReadOnlyList<string> Arguments(string dataDirectory, int port)
    {
        var settings = s_run.Append($"port={port}");
        var all = OperatingSystem.IsWindows()
            ? settings.Where(setting => !setting.StartsWith("unix_", StringComparison.Ordinal))
            : settings.Append("dynamic_shared_memory_type=mmap");
        return ["-D", dataDirectory, .. all.SelectMany(setting => new[] { "-c", setting })];
    }
}
