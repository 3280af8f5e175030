using CliWrap;

namespace Pipeline.Systems;

/// <summary>A test that starts small systems; they and what they left end with it, also when it fails.</summary>
public abstract class SystemTest
{
    private static readonly Lazy<bool> s_hasNode = new(HasNode);
    private readonly List<SmallSystem> _systems = [];
    private readonly List<IDisposable> _strangers = [];

    [TestCleanup]
    public async Task EndSystems()
    {
        _strangers.ForEach(stranger => stranger.Dispose());
        foreach (var system in _systems)
        {
            await system.DisposeAsync();
        }
    }

    private protected SmallSystem SystemOf(params IReadOnlyList<TestService> services)
    {
        if (!s_hasNode.Value)
        {
            Assert.Inconclusive("The services of this test are written for Node, and there is no 'node' on this machine's PATH.");
        }

        var system = new SmallSystem(services);
        _systems.Add(system);
        return system;
    }

    private protected async Task<Stranger> StrangerAsync(int port = 0)
    {
        var stranger = await Stranger.StartAsync(port);
        _strangers.Add(stranger);
        return stranger;
    }

    private static bool HasNode()
    {
        try
        {
            return Programs.End(Cli.Wrap("node").WithArguments("--version")).IsSuccess;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
