using Pipeline.Systems;

namespace Pipeline.Containers;

/// <summary>A test with a container engine; where there is none it is skipped. What a failed test left is removed.</summary>
public abstract class ContainerTest : SystemTest
{
    private readonly List<SmallSystem> _own = [];

    private protected TestEngine Engine { get; private set; } = null!;

    [TestInitialize]
    public async Task RequireEngine() => Engine = await TestEngine.RequireAsync();

    [TestCleanup]
    public async Task RemoveContainers()
    {
        foreach (var state in _own.Select(system => system.State).OfType<IntegrationSuite.ServiceHost.Client.RunState>())
        {
            await Engine.RemoveAsync(IntegrationSuite.ServiceHost.Storage.RunName.Of(state.RunId));
        }
    }

    private protected SmallSystem ContainersOf(params IReadOnlyList<TestService> services)
    {
        _own.Add(SystemOf(services));
        return _own[^1];
    }

    /// <summary>What a container says of its environment.</summary>
    private protected static async Task<IReadOnlyList<string>> EnvironmentOfAsync(string url)
    {
        using var http = new HttpClient();
        return (await http.GetStringAsync(url + "/env")).Split('\n');
    }
}
