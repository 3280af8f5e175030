using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.TestKit.Session;
using Pipeline.Systems;

namespace Pipeline.Starting;

/// <summary>A service with several ports: <c>"ports": { "http": …, "grpc": … }</c>.</summary>
[TestClass]
public sealed class NamedPortTests : SystemTest
{
    [TestMethod]
    public async Task Each_port_is_given_to_the_service_and_told_to_its_neighbours()
    {
        var system = ShopWithFront();
        await system.HoldAsync();
        var (http, grpc) = (system.PortOf("shop"), system.SparePort);
        var own = await EnvironmentAsync(http);
        Assert.AreEqual(
            ($"{http}", $"{http}", $"{grpc}", $"{http}+{grpc}"),
            (own["PORT"], own["PORT_HTTP"], own["PORT_GRPC"], own["REFERRED"])
        );
        Assert.AreEqual($"{system.UrlOf("shop")} {grpc}", (await EnvironmentAsync(system.PortOf("front")))["SHOP"]);
        await EnvironmentAsync(grpc);
    }

    [TestMethod]
    public async Task Status_and_state_show_each_port_and_a_test_finds_it_by_its_name()
    {
        var system = ShopWithFront();
        await system.HoldAsync();
        var (http, grpc) = (system.PortOf("shop"), system.SparePort);
        StringAssert.Contains((await system.RunAsync("status")).Output, $"{system.UrlOf("shop")}, grpc {grpc}");
        Assert.AreEqual(grpc, RunningServices.Port(system.State!, "shop", "grpc"));
        StringAssert.Contains(
            Assert.ThrowsExactly<InvalidOperationException>(() => RunningServices.Port(system.State!, "shop", "gprc")).Message,
            "no port 'gprc'; it has http, grpc."
        );
        Assert.AreEqual(http, system.ServiceOf("shop").Port);
    }

    [TestMethod]
    public async Task Dynamic_ports_are_others_for_each()
    {
        var system = ShopWithFront();
        await system.HoldAsync(system.Options with { DynamicPorts = true });
        var ports = system.ServiceOf("shop").Ports;
        CollectionAssert.AreEqual(new[] { "http", "grpc" }, ports.Keys.ToArray());
        Assert.IsEmpty(ports.Values.Intersect([system.PortOf("shop"), system.SparePort]));
        Assert.AreEqual($"{ports["http"]}+{ports["grpc"]}", (await EnvironmentAsync(ports["grpc"]))["REFERRED"]);
        Assert.AreEqual(
            $"http://127.0.0.1:{ports["http"]} {ports["grpc"]}",
            (await EnvironmentAsync(system.ServiceOf("front").Port))["SHOP"]
        );
    }

    [TestMethod]
    public async Task A_second_instance_has_ports_of_its_own()
    {
        var system = ShopWithFront();
        var holder = await system.HoldAsync();
        await using var instance = await holder.AddInstanceAsync("shop", new Dictionary<string, string>(), CancellationToken.None);
        var grpc = RunningServices.Port(system.State!, instance.Name, "grpc");
        Assert.AreNotEqual(system.SparePort, grpc);
        Assert.AreEqual($"{instance.Port}+{grpc}", (await EnvironmentAsync(grpc))["REFERRED"]);
    }

    [TestMethod]
    [DataRow("""{ "path": "/health" }""")]
    [DataRow("""{ "tcp": true }""")]
    [DataRow("""{ "log": "listening" }""")]
    [DataRow("""{ "alive": 0.1 }""")]
    public async Task Whoever_listens_on_the_first_alone_is_not_healthy_and_the_other_is_named(string health)
    {
        var system = ShopWithFront();
        system.WriteManifest(Shop(system, Mode.Normal, health) with { StartTimeout = 2 });
        (await system.RunAsync("up"))
            .AssertExit(ExitCode.Failed)
            .AssertError(ErrorCodes.NotHealthyInTime, $"nothing listens on port {system.SparePort}");
    }

    [TestMethod]
    public async Task Each_that_is_in_use_is_an_error_with_its_name_before_anything_starts()
    {
        var system = ShopWithFront();
        var (first, second) = (await StrangerAsync(system.PortOf("shop")), await StrangerAsync(system.SparePort));
        (await system.RunAsync("up"))
            .AssertExit(ExitCode.Failed)
            .AssertError(
                ErrorCodes.PortInUse,
                $"Port {system.PortOf("shop")} (http) of Shop Service is in use by process {first.Identity.Pid} (",
                $"Port {system.SparePort} (grpc) of Shop Service is in use by process {second.Identity.Pid} ("
            );
        Assert.IsFalse(system.Events.Any(each => each.Kind == RunEventKind.ServiceStarted), "something was started");
    }

    [TestMethod]
    public async Task A_port_that_is_not_free_after_the_stop_is_told_by_its_name()
    {
        var system = ShopWithFront();
        system.WriteManifest(Shop(system, Mode.SecondPort) with { Env = new() { ["STOP_AFTER"] = "5000" } });
        var holder = await system.HoldAsync();
        using var connection = new OutgoingConnection(system.SparePort, System.Net.IPAddress.IPv6Loopback);
        var left = (await holder.ReleaseAsync(CancellationToken.None)).Single(each => each.Kind == RunEventKind.StopFailed).Error!;
        Assert.AreEqual(ErrorCodes.PortLeft, left.Code);
        StringAssert.StartsWith(left.Message, $"After the stop port {system.SparePort} (grpc) of Shop Service is still held by");
    }

    [TestMethod]
    public async Task Check_shows_them()
    {
        var system = ShopWithFront();
        var output = (await system.RunAsync("check")).AssertExit(ExitCode.Success).Output;
        StringAssert.Contains(output, $"  environment  PORT_GRPC={system.SparePort}\n");
        StringAssert.Contains(output, $"  environment  SHOP={system.UrlOf("shop")} {system.SparePort}\n");
    }

    private SmallSystem ShopWithFront()
    {
        var system = SystemOf(new TestService("shop"), new TestService("front"));
        system.WriteManifest(
            Shop(system, Mode.SecondPort),
            new TestService("front") { DependsOn = ["shop"], Env = { ["SHOP"] = "${shop.url} ${shop.ports.grpc}" } }
        );
        return system;
    }

    private static TestService Shop(SmallSystem system, string mode, string health = "\"/health\"") =>
        new("shop", mode)
        {
            Env = { ["REFERRED"] = "${ports.http}+${ports.grpc}" },
            Keys =
            {
                ["port"] = null,
                ["ports"] = new JsonObject { ["http"] = system.PortOf("shop"), ["grpc"] = system.SparePort },
                ["health"] = JsonNode.Parse(health),
            },
        };

    private static async Task<Dictionary<string, string>> EnvironmentAsync(int port)
    {
        using var client = new HttpClient();
        var text = await client.GetStringAsync($"http://127.0.0.1:{port}/environment");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(text)!;
    }
}
