using System.Globalization;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;

namespace IntegrationSuite.ServiceHost.Supervision;

/// <summary>The environment that a service starts with; docs/environment.md has it as a table.</summary>
internal static class ServiceEnvironment
{
    /// <summary>A setting of .NET's runtime ("Runtime configuration options for compilation"). A service of a run lives for minutes: watching its code, to compile it better later, costs it a sixth of its processor and never pays.</summary>
    private const string ProfileGuided = "DOTNET_TieredPGO";

    /// <summary>After how many calls a method is compiled again, in hexadecimal: 4,096 instead of 30. What that costs comes back in a process that lives for hours; in a run it was two fifths of all that the services did.</summary>
    private const string CallCountThreshold = "DOTNET_TC_CallCountThreshold";

    /// <summary>Whether it is compiled again at all. With it, the default, what a call costs depends on how often its code has run so far, by up to a factor of three.</summary>
    private const string TieredCompilation = "DOTNET_TieredCompilation";

    /// <summary>Where ASP.NET Core listens if nothing else says so: a service made by <c>dotnet new webapi</c> knows no PORT.</summary>
    private const string AspNetCoreUrls = "ASPNETCORE_URLS";

    /// <summary>This process's own, then what every service is told, then the manifest's.</summary>
    /// <param name="service">The service.</param>
    /// <param name="state">Its port and its database, when it has one.</param>
    /// <param name="run">All services of the run, for their addresses, and how they start.</param>
    /// <exception cref="SuiteException">The file of its environment can't be read, or a value is not known.</exception>
    public static IReadOnlyDictionary<string, string> For(ServiceEntry service, ServiceState state, RunState run)
    {
        var environment = InheritedEnvironment.Read();
        environment.Remove("DATABASE_URL"); // the developer's own is not for tests
        environment.TryAdd(ProfileGuided, "0");
        environment.TryAdd(CallCountThreshold, "1000");
        if (run.SteadyCode)
        {
            environment[TieredCompilation] = "0";
        }
        foreach (var (name, value) in Given(service, state, run, new ReferenceValues(service, state, run)))
        {
            environment[name] = value;
        }
        environment[ProcessTable.ServiceVariable] = service.Name;
        return environment;
    }

    /// <summary>What is added to or put in the place of what it inherits; of one name the last counts.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Given(
        ServiceEntry service,
        ServiceState state,
        RunState run,
        ReferenceValues values
    ) =>
        Own(service, state)
            .Concat(service.Image is null ? ServiceUrls.Variables(run.Services) : []) // from a container they lead nowhere
            .Concat(service.EnvFile is null ? [] : EnvironmentFile.Read(service))
            .Concat(service.Env.Select(pair => KeyValuePair.Create(pair.Key, values.Resolve(pair.Value))));

    private static IEnumerable<KeyValuePair<string, string>> Own(ServiceEntry service, ServiceState state)
    {
        if (state.Port > 0)
        {
            var port = service.Image is null ? state.Port : service.ContainerPort;
            yield return new(ServiceUrls.PortVariable, port.ToString(CultureInfo.InvariantCulture));
            foreach (var (name, number) in service.Image is null ? state.Ports : service.ContainerPorts)
            {
                yield return new(ServiceUrls.PortVariableOf(name), number.ToString(CultureInfo.InvariantCulture));
            }
            if (service.Project is not null && state.Url is not null)
            {
                yield return new(AspNetCoreUrls, state.Url);
            }
        }
        if (state.DatabaseUrl is not null)
        {
            yield return new("DATABASE_URL", state.DatabaseUrl);
        }
    }
}
