using IntegrationSuite.ServiceHost.Containers;

namespace Pipeline.Containers;

/// <summary>Whose a published port is. A script stands in for the engine's client.</summary>
[TestClass]
public sealed class PublishedPortsTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("engine-").FullName;

    [TestCleanup]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    [DataRow("echo true", null)]
    [DataRow("echo false", "the container 'servicehost-run-cache' does not run")]
    [DataRow("echo no such container >&2; exit 1", "the container 'servicehost-run-cache' does not run")]
    public async Task It_is_the_containers_once_that_runs(string engine, string? obstacle) =>
        Assert.AreEqual(obstacle, await PortOf(engine).ObstacleAsync(7000, CancellationToken.None));

    [TestMethod]
    public async Task The_engine_is_asked_no_more_once_it_said_so()
    {
        var port = PortOf($"echo asked >> '{_folder}/log'; echo true");
        await port.ObstacleAsync(7000, CancellationToken.None);
        await port.ObstacleAsync(7000, CancellationToken.None);
        Assert.HasCount(1, await File.ReadAllLinesAsync(Path.Combine(_folder, "log")));
    }

    private PublishedPorts PortOf(string script)
    {
        var client = Path.Combine(_folder, "client.sh");
        File.WriteAllText(client, script);
        return new PublishedPorts(
            new ServiceContainer(new ContainerEngine(["sh", client]), "run", "cache"),
            new Dictionary<int, int> { [7000] = 7000 }
        );
    }
}
