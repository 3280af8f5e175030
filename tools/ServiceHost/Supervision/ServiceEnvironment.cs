using ServiceHost.Client;
using ServiceHost.Client.Manifests;

namespace ServiceHost.Supervision;

/// <summary>The environment that a service starts with.</summary>
internal static class ServiceEnvironment
{
    /// <summary>A setting of .NET's runtime ("Runtime configuration options for compilation"). A service of a run lives for minutes: watching its code, to compile it better later, costs it a sixth of its processor and never pays.</summary>
    private const string ProfileGuided = "DOTNET_TieredPGO";

    /// <summary>After how many calls a method is compiled again, in hexadecimal: 4,096 instead of 30. What that costs comes back in a process that lives for hours; in a run it was two fifths of all that the services did.</summary>
    private const string CallCountThreshold = "DOTNET_TC_CallCountThreshold";

    /// <summary>Whether it is compiled again at all. With it, the default, what a call costs depends on how often its code has run so far, by up to a factor of three.</summary>
    private const string TieredCompilation = "DOTNET_TieredCompilation";

    /// <summary>This process's own, then what every service is told, then the manifest's.</summary>
    /// <param name="service">The service.</param>
    /// <param name="state">Its port and its database, when it has one.</param>
    /// <param name="run">All services of the run, for their addresses, and how they start.</param>
    public static IReadOnlyDictionary<string, string> For(ServiceEntry service, ServiceState state, RunState run)
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
        environment.TryAdd(ProfileGuided, "0");
        environment.TryAdd(CallCountThreshold, "1000");
        if (run.SteadyCode)
        {
            environment[TieredCompilation] = "0";
        }
        foreach (var each in run.Services)
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
