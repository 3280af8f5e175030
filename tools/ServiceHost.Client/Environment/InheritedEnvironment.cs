using System.Collections;

namespace IntegrationSuite.ServiceHost.Client;

/// <summary>The environment that a supervisor and its services inherit: this process's own, without what its caller set for himself, and with <see cref="ProxyBypass"/>.</summary>
public static class InheritedEnvironment
{
    /// <summary>libpq's variables (PGHOST, PGOPTIONS, PGSSLMODE, …), which Npgsql and PostgreSQL's programs read: they are for another server.</summary>
    private const string Postgres = "PG";

    // MSBuild nodes, `dotnet` and test hosts steer themselves by these; in a service they change its behaviour, its output or where it listens.
    private static readonly string[] s_noise =
    [
        "MSBUILD",
        "_MSBUILD",
        "DOTNET_CLI",
        "DOTNET_HOST_PATH",
        "DOTNET_STARTUP_HOOKS",
        "VSTEST",
        "TESTINGPLATFORM",
        "SERVICEHOST_",
        "COVERLET",
        "KESTREL__",
        "ASPNETCORE_KESTREL__",
        "DOTNET_KESTREL__",
        Postgres,
    ];

    // A person's own settings, which a `dotnet ef` before a service goes by too: where his tools are, that nothing is reported, his language.
    private static readonly HashSet<string> s_settings = new(StringComparer.OrdinalIgnoreCase)
    {
        "DOTNET_CLI_HOME",
        "DOTNET_CLI_TELEMETRY_OPTOUT",
        "DOTNET_CLI_UI_LANGUAGE",
    };

    // Where the caller listens, what he tests, where his own coverage goes. The first are configuration to ASP.NET Core, with each of its prefixes and with none.
    private static readonly HashSet<string> s_callersOwn = new(StringComparer.OrdinalIgnoreCase)
    {
        "ASPNETCORE_URLS",
        "ASPNETCORE_HTTP_PORTS",
        "ASPNETCORE_HTTPS_PORTS",
        "DOTNET_URLS",
        "DOTNET_HTTP_PORTS",
        "DOTNET_HTTPS_PORTS",
        "URLS",
        "HTTP_PORTS",
        "HTTPS_PORTS",
        "PORT",
        LaunchOptions.PostgresVariable,
        "NODE_V8_COVERAGE",
        RunState.FileVariable,
        // What is judged must not be able to write its own verdict.
        Results.VerdictFile.KeyVariable,
        ServiceUrls.AllVariable,
    };

    /// <summary>A fresh copy.</summary>
    public static Dictionary<string, string> Read()
    {
        var environment = Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .Select(variable => ((string)variable.Key, (string?)variable.Value ?? ""))
            .Where(variable => IsInherited(variable.Item1))
            .ToDictionary(variable => variable.Item1, variable => variable.Item2);
        foreach (var (name, value) in ProxyBypass.Read())
        {
            environment[name] = value;
        }
        return environment;
    }

    /// <summary>Forgets PostgreSQL's variables. Each program of the suite that connects calls it first: Npgsql reads them from its process.</summary>
    public static void ForgetPostgres()
    {
        foreach (string name in Environment.GetEnvironmentVariables().Keys)
        {
            if (name.StartsWith(Postgres, StringComparison.OrdinalIgnoreCase))
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }
    }

    private static bool IsInherited(string name) =>
        s_settings.Contains(name)
        || !s_callersOwn.Contains(name) && !Array.Exists(s_noise, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
