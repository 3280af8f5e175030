using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;

namespace IntegrationSuite.ServiceHost.Containers;

/// <summary>Finds the container engine: the one that the caller names, else the first that answers.</summary>
internal static class EngineSearch
{
    private static readonly ContainerEngine[] s_usual = [new(["docker"]), new(["podman"])];

    /// <summary>The engine for these services.</summary>
    /// <exception cref="SuiteException">There is none: one error, which names them all.</exception>
    public static async Task<ContainerEngine> RequireAsync(IReadOnlyList<ServiceEntry> services)
    {
        var whyNot = new List<string>();
        foreach (var engine in Candidates())
        {
            try
            {
                await engine.AskAsync("ps", "--quiet"); // docker's client answers other questions without an engine
                return engine;
            }
            catch (EngineException e)
            {
                whyNot.Add(e.Message.TrimEnd('.'));
            }
        }
        throw new SuiteException(None(services, whyNot));
    }

    private static IReadOnlyList<ContainerEngine> Candidates() =>
        Environment.GetEnvironmentVariable(LaunchOptions.ContainerEngineVariable) is { Length: > 0 } named
            ? [new ContainerEngine(CommandWords.Split(named) is { Count: > 0 } words ? words : [named])]
            : s_usual;

    private static SuiteError None(IReadOnlyList<ServiceEntry> services, IReadOnlyList<string> whyNot)
    {
        var named = NameList.Of([.. services.Select(service => $"{service.Title} ({service.Image})")]);
        return new SuiteError(
            ErrorCodes.NoContainerEngine,
            $"No container engine answers, and an 'image' takes one: {named}. {string.Join("; ", whyNot)}. Start Docker or Podman, name another client in {LaunchOptions.ContainerEngineVariable}, or say where the service runs already (ServiceUrls)."
        );
    }
}
