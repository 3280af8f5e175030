using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.TestKit.Session;

/// <summary>The services that this test process may call: the run's, or those that run elsewhere.</summary>
internal static class RunningServices
{
    /// <summary>The names of all, in the manifest's order.</summary>
    public static IReadOnlyList<string> Names =>
        RunningSuite.TryState()?.Services.Select(s => s.Name).ToList() ?? [.. Elsewhere().Select(pair => pair.Name)];

    /// <summary>The address of one.</summary>
    /// <exception cref="InvalidOperationException">There is none of that name, or it has no port.</exception>
    public static Uri Url(string service) =>
        Elsewhere().FirstOrDefault(pair => pair.Name == service).Url
        ?? new Uri(Find(service).Url ?? throw new InvalidOperationException($"The service '{service}' has no address: it has no port."));

    /// <summary>One's part of the state.</summary>
    /// <exception cref="InvalidOperationException">There is none of that name.</exception>
    public static ServiceState Find(string service) => Find(RunningSuite.State.Services, service);

    /// <summary>The same; null when no run tells of it, as of services that run elsewhere.</summary>
    public static ServiceState? TryFind(string service) => RunningSuite.TryState()?.Services.FirstOrDefault(each => each.Name == service);

    private static ServiceState Find(IReadOnlyList<ServiceState> services, string name) =>
        services.FirstOrDefault(service => service.Name == name)
        ?? throw new InvalidOperationException(
            $"The manifest has no service '{name}'; it has {NameList.Of([.. services.Select(service => service.Name)])}."
        );

    /// <summary>A named port of a service, or of a second instance.</summary>
    /// <exception cref="InvalidOperationException">There is none of that name.</exception>
    public static int Port(RunState run, string service, string port)
    {
        var ports = Find([.. run.ServicesAndInstances()], service).Ports;
        return ports.TryGetValue(port, out var number)
            ? number
            : throw new InvalidOperationException(
                ports.Count == 0
                    ? $"The service '{service}' has no named ports here: its 'ports' in the manifest would be, where it does not run elsewhere."
                    : $"The service '{service}' has no port '{port}'; it has {NameList.Of([.. ports.Keys])}."
            );
    }

    private static IEnumerable<(string Name, Uri Url)> Elsewhere() =>
        (Environment.GetEnvironmentVariable(ServiceUrls.AllVariable) ?? "")
            .Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .Select(pair => (pair[0], new Uri(pair[1])));
}
