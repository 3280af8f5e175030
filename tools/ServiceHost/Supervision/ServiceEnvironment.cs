using ServiceHost.Client;
using ServiceHost.Client.Manifests;

namespace ServiceHost.Supervision;

/// <summary>The environment that a service starts with.</summary>
internal static class ServiceEnvironment
{
    /// <summary>This process's own, then what every service is told, then the manifest's.</summary>
    /// <param name="service">The service.</param>
    /// <param name="services">All services of the run, for their addresses.</param>
    /// <param name="databaseUrl">Its database, when it has one.</param>
    public static IReadOnlyDictionary<string, string> For(ServiceEntry service, IReadOnlyList<ServiceState> services, string? databaseUrl)
    {
        var environment = InheritedEnvironment.Read();
        environment["PORT"] = services.First(each => each.Name == service.Name).Port.ToString();
        environment["SERVICE_NAME"] = service.Name;
        environment["DEPLOYMENT_ENV"] = "test";
        environment["LOG_LEVEL"] = "Information";
        environment.Remove("DATABASE_URL"); // the developer's own is not for tests
        if (databaseUrl is not null)
        {
            environment["DATABASE_URL"] = databaseUrl;
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
