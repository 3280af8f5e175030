using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.TestKit.Footprints;
using IntegrationSuite.TestKit.Session;

namespace IntegrationSuite.TestKit;

/// <summary>The running system, as a test sees it.</summary>
public static class Suite
{
    /// <summary>The environment variable that names services that run elsewhere: <c>orders=http://127.0.0.1:9001;mail=…</c>. With it nothing is started.</summary>
    public const string ServiceUrlsVariable = ServiceUrls.AllVariable;

    /// <summary>What runs: services, their databases and migrations, the database server.</summary>
    public static RunState State => TestFootprints.Unseen(RunningSuite.State, "Suite.State");

    /// <summary>The names of all services, in the manifest's order.</summary>
    public static IReadOnlyList<string> Services => RunningServices.Names;

    /// <summary>A service's address, by its name in the manifest.</summary>
    /// <exception cref="InvalidOperationException">There is none of that name, or it has no port.</exception>
    public static Uri Url(string service) => TestFootprints.Unseen(RunningServices.Url(service), "Suite.Url");

    /// <summary>A port of a service on 127.0.0.1, by its name in the manifest's <c>ports</c>.</summary>
    /// <param name="service">The service, or a second instance by its own name (<c>ServiceInstance.Name</c>).</param>
    /// <param name="port">The port's name.</param>
    /// <exception cref="InvalidOperationException">There is none of that name, or the service runs elsewhere.</exception>
    public static int Port(string service, string port) =>
        TestFootprints.Unseen(RunningServices.Port(RunningSuite.State, service, port), "Suite.Port");

    /// <summary>A service's part of the state.</summary>
    /// <exception cref="InvalidOperationException">There is none of that name.</exception>
    public static ServiceState Service(string service) => TestFootprints.Unseen(RunningServices.Find(service), "Suite.Service");

    /// <summary>The same; null when no run tells of it, as of services that run elsewhere.</summary>
    public static ServiceState? TryService(string service) => TestFootprints.Unseen(RunningServices.TryFind(service), "Suite.TryService");
}
