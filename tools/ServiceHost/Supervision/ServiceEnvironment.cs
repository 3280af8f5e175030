using ServiceHost.Client;
using ServiceHost.Client.Manifests;

namespace ServiceHost.Supervision;

/// <summary>The environment that a service starts with.</summary>
internal static class ServiceEnvironment
{
    /// <summary>This process's own, then what every service is told, then the manifest's.</summary>
    /// <param name="service">The service.</param>
    /// <param name="state">Its port and its database, when it has one.</param>
    /// <param name="services">All services of the run, for their addresses.</param>
    public static IReadOnlyDictionary<string, string> For(ServiceEntry service, ServiceState state, IReadOnlyList<ServiceState> services)
    {
        var environment = InheritedEnvironment.Read();
        environment["PORT"] = state.Port.ToString();
        environment["SERVICE_NAME"] = service.Name;
        environment["DEPLOYMENT_ENV"] = "test";
        environment["LOG_LEVEL"] = "Information";
        environment.Remove("DATABASE_URL"); // the developer's own is not for tests
        if (state.DatabaseUrl is not null)
        {
            environment["DATABASE_URL"] = state.DatabaseUrl;
        }
        foreach (var each in services)
        {
            environment[ServiceUrls.VariableOf(each.Name)] = each.Url;
        }
        foreach (var (name, value) in service.Env)
        {
            environment[name] = value;
        }
        return environment;
    }
}
