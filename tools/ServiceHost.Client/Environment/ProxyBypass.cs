namespace IntegrationSuite.ServiceHost.Client;

/// <summary>Keeps calls to this machine from a proxy: the services are nowhere else.</summary>
public static class ProxyBypass
{
    private const string Everything = "*";

    private static readonly string[] s_proxies = ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"];
    private static readonly string[] s_bypasses = ["no_proxy", "NO_PROXY"]; // some programs read the one, some the other
    private static readonly string[] s_here = ["127.0.0.1", "localhost", "::1"];

    /// <summary>The variables to set, with what this process has in them already; none when it has no proxy.</summary>
    public static IReadOnlyDictionary<string, string> Read()
    {
        if (!Array.Exists(s_proxies, name => Value(name) is not null))
        {
            return new Dictionary<string, string>();
        }
        // One that is not set must not hide what the other says.
        var either = s_bypasses.Select(Value).FirstOrDefault(value => value is not null);
        return s_bypasses.ToDictionary(name => name, name => WithThisMachine(Value(name) ?? either ?? ""));
    }

    /// <summary>Sets them in this process, for clients that read them there.</summary>
    public static void Apply()
    {
        foreach (var (name, value) in Read())
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    private static string? Value(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static string WithThisMachine(string bypass)
    {
        var hosts = bypass.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return hosts is [Everything] ? bypass : string.Join(',', [.. hosts, .. s_here.Except(hosts, StringComparer.OrdinalIgnoreCase)]);
    }
}
