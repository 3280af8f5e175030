using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using IntegrationSuite.Migrations;
using IntegrationSuite.ServiceHost.Client;
using Npgsql;
using Pipeline.Postgres;
using Pipeline.Systems;

namespace Pipeline.Starting;

/// <summary>A fixed port for the private PostgreSQL: <c>"postgres": { "port": … }</c>.</summary>
[TestClass]
[TestCategory("Root")] // as root, another user runs the server
public sealed class PostgresPortTests : SystemTest
{
    private static readonly TestService s_notes = new("notes") { Database = "notes" };

    [TestMethod]
    public async Task The_server_listens_there_and_check_says_so()
    {
        var system = WithPort(s_notes);
        StringAssert.Contains(
            (await system.RunAsync("check")).Output,
            $"DATABASE_URL=postgresql://notes:***@127.0.0.1:{system.SparePort}/notes\n"
        );
        var holder = await system.HoldAsync();
        var address = PostgresAddress.Parse(system.ServiceOf("notes").DatabaseUrl!);
        Assert.AreEqual(system.SparePort, address.Port);
        await using (var database = NpgsqlDataSource.Create(address))
        {
            Assert.AreEqual($"{system.SparePort}", await database.CreateCommand("SHOW port").ExecuteScalarAsync());
        }
        await holder.ReleaseAsync(CancellationToken.None);
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task In_use_it_is_one_error_that_names_its_holder_before_anything_starts()
    {
        var system = WithPort(s_notes);
        var stranger = await StrangerAsync(system.SparePort);
        var result = (await system.RunAsync("up")).AssertExit(ExitCode.Failed);
        result.AssertError(
            ErrorCodes.PortInUse,
            $"Port {system.SparePort} of PostgreSQL is in use by process {stranger.Identity.Pid} (node ",
            "Nothing was started."
        );
        Assert.HasCount(1, result.Error.Split('\n').Where(line => line.Contains("error SUITE", StringComparison.Ordinal)));
        Assert.IsFalse(system.Events.Any(each => each.Kind is RunEventKind.ServiceStarted or RunEventKind.PostgresReady));
        (await system.RunAsync("doctor")).AssertExit(ExitCode.Failed).AssertError(ErrorCodes.PortInUse, "of PostgreSQL is in use by");
    }

    [TestMethod]
    public async Task With_free_ports_it_is_another()
    {
        var system = WithPort(s_notes);
        await StrangerAsync(system.SparePort);
        await system.HoldAsync(system.Options with { DynamicPorts = true });
        Assert.AreNotEqual(system.SparePort, new Uri(system.State!.Postgres!.Url).Port);
    }

    [TestMethod]
    public async Task Nobody_asks_whether_it_is_free_where_no_service_has_a_database()
    {
        var system = WithPort(new TestService("clock"));
        await StrangerAsync(system.SparePort);
        await system.HoldAsync();
    }

    [TestMethod]
    public async Task Taken_at_the_last_moment_it_is_an_error_too()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var error = await Assert.ThrowsExactlyAsync<SuiteException>(() => ScratchServer.StartAsync(port));
        Assert.AreEqual(ErrorCodes.PostgresStartFailed, error.Errors.Single().Code);
        StringAssert.Contains(error.Errors.Single().Message, $"could not listen on port {port}, which something else has taken");
    }

    private SmallSystem WithPort(TestService service)
    {
        var system = SystemOf(service);
        var manifest = JsonNode.Parse(File.ReadAllText(system.Manifest))!;
        manifest["postgres"] = new JsonObject { ["port"] = system.SparePort };
        File.WriteAllText(system.Manifest, manifest.ToJsonString());
        return system;
    }
}
