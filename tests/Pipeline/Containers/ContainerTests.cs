using System.Text.Json.Nodes;
using IntegrationSuite.ServiceHost.Client;
using Pipeline.Systems;

namespace Pipeline.Containers;

/// <summary>A service with an <c>image</c>, while all goes well.</summary>
[TestClass]
public sealed class ContainerTests : ContainerTest
{
    [TestMethod]
    public async Task It_is_healthy_once_its_program_listens_others_are_told_its_address_and_the_stop_removes_it()
    {
        var system = ContainersOf(
            ContainerService.Of("cache"),
            new TestService("clock") { DependsOn = ["cache"], Env = { ["CACHE"] = "${cache.url}" } }
        );
        var holder = await system.HoldAsync();
        CollectionAssert.Contains((await EnvironmentOfAsync(system.UrlOf("cache"))).ToArray(), $"PORT={ContainerService.OwnPort}");
        using var http = new HttpClient();
        StringAssert.Contains(await http.GetStringAsync(system.UrlOf("clock") + "/environment"), $"\"CACHE\":\"{system.UrlOf("cache")}\"");
        Assert.HasCount(1, await Engine.ContainersOfAsync(system));
        await holder.ReleaseAsync(CancellationToken.None);
        Assert.IsEmpty(await Engine.ContainersOfAsync(system));
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task With_free_ports_only_the_published_one_is_another()
    {
        var system = ContainersOf(
            ContainerService.Of("cache") with
            {
                Env = new() { ["OWN"] = "${port}", ["OUTSIDE"] = "${publishedPort}" },
            }
        );
        await system.HoldAsync(system.Options with { DynamicPorts = true });
        var cache = system.ServiceOf("cache");
        Assert.AreNotEqual(system.PortOf("cache"), cache.Port);
        var environment = (await EnvironmentOfAsync(cache.Url!)).ToArray();
        CollectionAssert.IsSubsetOf(new[] { $"OWN={ContainerService.OwnPort}", $"OUTSIDE={cache.Port}" }, environment);
    }

    [TestMethod]
    public async Task Each_of_its_ports_is_published_and_leads_to_its_own()
    {
        var system = ContainersOf(new TestService("cache"));
        system.WriteManifest(
            ContainerService.Running(
                new TestService("cache")
                {
                    Env = { ["OWN"] = "${port}+${ports.admin}", ["OUTSIDE"] = "${publishedPorts.http}+${publishedPorts.admin}" },
                    Keys =
                    {
                        ["port"] = null,
                        ["ports"] = new JsonObject { ["http"] = system.PortOf("cache"), ["admin"] = system.SparePort },
                        ["containerPorts"] = new JsonObject { ["http"] = 7000, ["admin"] = 7001 },
                    },
                },
                "trap 'exit 0' TERM; /busybox env > /www/env; /busybox httpd -p $PORT_ADMIN -h /www; /busybox sleep 0.3; /busybox httpd -f -p $PORT -h /www & wait",
                containerPort: null
            )
        );
        var holder = await system.HoldAsync(system.Options with { DynamicPorts = true });
        var (http, admin) = (system.ServiceOf("cache").Ports["http"], system.ServiceOf("cache").Ports["admin"]);
        foreach (var port in new[] { http, admin })
        {
            var environment = (await EnvironmentOfAsync($"http://127.0.0.1:{port}")).ToArray();
            CollectionAssert.IsSubsetOf(new[] { "OWN=7000+7001", $"OUTSIDE={http}+{admin}", "PORT_ADMIN=7001" }, environment);
        }
        await holder.ReleaseAsync(CancellationToken.None);
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task Its_secrets_are_on_no_command_line_and_what_is_its_own_does_not_steer_the_client()
    {
        var system = ContainersOf(
            ContainerService.Of("cache") with
            {
                Env = new() { ["TOKEN"] = "s3cr\"et $x", ["PATH"] = "/nowhere" },
            }
        );
        await system.HoldAsync();
        Assert.IsFalse(ProcessTable.CommandLine(system.ServiceOf("cache").Process!.Pid).Contains("s3cr", StringComparison.Ordinal));
        var environment = (await EnvironmentOfAsync(system.UrlOf("cache"))).ToArray();
        CollectionAssert.IsSubsetOf(new[] { "TOKEN=s3cr\"et $x", "PATH=/nowhere" }, environment);
        Assert.IsFalse(Array.Exists(environment, line => line.StartsWith(RunState.IdVariable, StringComparison.Ordinal)));
    }

    [TestMethod]
    [DataRow("""{ "path": "/env" }""")]
    [DataRow("""{ "log": "^serving$" }""")]
    [DataRow("""{ "command": ["/busybox", "test", "-e", "/www/env"] }""", DisplayName = "a command in the container")]
    public async Task It_is_known_to_be_healthy_as_any_service(string health)
    {
        var system = ContainersOf(ContainerService.In(new TestService("cache") { Keys = { ["health"] = JsonNode.Parse(health) } }));
        await system.HoldAsync();
        await EnvironmentOfAsync(system.UrlOf("cache"));
    }

    [TestMethod]
    public async Task Stopped_and_started_again_it_is_another_container()
    {
        var system = ContainersOf(ContainerService.Of("cache"));
        var holder = await system.HoldAsync();
        var first = (await EnvironmentOfAsync(system.UrlOf("cache"))).Single(line =>
            line.StartsWith("HOSTNAME=", StringComparison.Ordinal)
        );
        await holder.ChangeServiceAsync(ControlVerb.StopService, "cache", CancellationToken.None);
        Assert.IsEmpty(await Engine.ContainersOfAsync(system));
        await holder.ChangeServiceAsync(ControlVerb.StartService, "cache", CancellationToken.None);
        CollectionAssert.DoesNotContain((await EnvironmentOfAsync(system.UrlOf("cache"))).ToArray(), first);
    }
}
