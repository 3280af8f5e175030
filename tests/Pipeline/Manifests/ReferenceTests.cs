using System.Text.Json;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Supervision;
using Npgsql;

namespace Pipeline.Manifests;

/// <summary>What <c>${…}</c> in a manifest stands for.</summary>
[TestClass]
public sealed class ReferenceTests
{
    private const string DatabaseUrl = "postgresql://ann:p%40ss%20w@127.0.0.1:5433/shop";

    private readonly string _folder = Directory.CreateTempSubdirectory("references-").FullName;

    [TestCleanup]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    /// <summary>A ▲ stands where the mistake is; it is taken out before the manifest is read.</summary>
    [TestMethod]
    [DataRow(
        """{"name": "a", "port": 1, "command": ["x", ▲"${prot}"]}""",
        "no reference ${prot}. It has name, port, url, b.url, b.port, env:NAME"
    )]
    [DataRow("""{"name": "a", "port": 1, "command": ▲"x ${c.url}"}""", "no reference ${c.url}")]
    [DataRow("""{"name": "a", "port": 1, "command": ▲"x ${b.database.uri}"}""", "no reference ${b.database.uri}")]
    [DataRow("""{"name": "a", "port": 1, "command": ▲"x ${a.url}"}""", "no reference ${a.url}")]
    [DataRow("""{"name": "a", "port": 1, "command": "x", "env": {"X": ▲"${database.uri}"}}""", "no reference ${database.uri}")]
    [DataRow(
        """{"name": "a", "port": 1, "command": "x", "env": {"X": ▲"${database.adress}"}, "database": "a"}""",
        "database.uri, database.ado"
    )]
    [DataRow("""{"name": "a", "port": 1, "command": "x", "env": {"X": ▲"${env:}"}}""", "no reference ${env:}")]
    [DataRow("""{"name": "a", "port": 1, "command": "x", "env": {"X": ▲"${}"}}""", "without a name")]
    [DataRow("""{"name": "a", "port": 1, "command": "x", "env": {"X": ▲"a ${port"}}""", "that no '}' closes")]
    [DataRow("""{"name": "a", "port": 1, "command": "x", "before": [["y", ▲"${ports}"]]}""", "no reference ${ports}")]
    [DataRow(
        """{"name": "a", "port": 1, "command": "x", "health": {"path": "/", "headers": {"X": ▲"${token}"}}}""",
        "no reference ${token}"
    )]
    [DataRow("""{"name": "a", "command": ▲"x ${port}", "health": {"alive": 1}}""", "no reference ${port}")]
    [DataRow(
        """{"name": "a", "port": 1, "command": ▲"x ${t.port}"}, {"name": "t", "command": "y", "health": {"log": "on (?<port>\\d+)"}}""",
        "Add \"t\" to its 'dependsOn'"
    )]
    [DataRow(
        """{"name": "a", "port": 1, "command": "x", "database": "a", "migrations": ".", "placeholders": {"p": ▲"${port}"}}""",
        "placeholders of service 'a' have no reference ${port}: a migration is the same in every run. They have name, env:NAME"
    )]
    public void A_reference_that_there_is_none_of_is_told_with_its_place_and_those_that_there_are(string entry, string says)
    {
        var text = $$"""{"services": [{{entry}}, {"name": "b", "command": "x", "port": 2}]}""";
        var column = text.IndexOf('▲') + 1;
        var error = Assert.ThrowsExactly<SuiteException>(() => Read(text.Replace("▲", ""))).Errors.Single();
        Assert.AreEqual((ErrorCodes.UnknownReference, 1, column), (error.Code, error.Line, error.Column), error.ToString());
        StringAssert.Contains(error.Message, says);
    }

    [TestMethod]
    public void The_environment_of_all_services_may_use_what_each_of_them_has_and_nothing_else()
    {
        const string Services = """{"name": "a", "port": 1, "command": "x"}, {"name": "w", "command": "x", "health": {"alive": 1}}""";
        var error = Assert
            .ThrowsExactly<SuiteException>(() => Read($$"""{"env": {"X": "${port}"}, "services": [{{Services}}]}"""))
            .Errors.Single();
        StringAssert.Contains(error.Message, "Service 'w' has no reference ${port}");
        var manifest = Read(
            $$"""{"env": {"X": "${name}", "Y": "all's"}, "services": [{{Services.Replace("\"x\"}", "\"x\", \"env\": {\"Y\": \"its own\"}}")}}]}"""
        );
        Assert.AreEqual("a, its own", Values(manifest, "a").Resolve($"{manifest.Services[0].Env["X"]}, {manifest.Services[0].Env["Y"]}"));
        Assert.AreEqual("w, all's", Values(manifest, "w").Resolve($"{manifest.Services[1].Env["X"]}, {manifest.Services[1].Env["Y"]}"));
    }

    [TestMethod]
    [DataRow("${port}", "4001")]
    [DataRow("http://h:${port}/${name}", "http://h:4001/a")]
    [DataRow("${url}", "http://127.0.0.1:4001")]
    [DataRow("${b.url}/${b.port}", "http://127.0.0.1:4002/4002")]
    [DataRow("${t.port} ${t.url} ${t.token}", "4003 http://127.0.0.1:4003 s3cret")]
    [DataRow("${p.port} ${p.ports.http} ${p.ports.grpc} ${i.ports.amqp}", "4005 4005 4006 4007")]
    [DataRow("${database.uri}", DatabaseUrl)]
    [DataRow("${database.user}:${database.password}@${database.host}:${database.port}/${database.name}", "ann:p@ss w@127.0.0.1:5433/shop")]
    [DataRow("${database.jdbc}", "jdbc:postgresql://127.0.0.1:5433/shop?user=ann&password=p%40ss%20w")]
    [DataRow("${env:NO_SUCH_VARIABLE:-a:-b}", "a:-b")]
    [DataRow("${env:NO_SUCH_VARIABLE:-}", "")]
    [DataRow("$${port} $$${port}", "${port} $${port}")]
    [DataRow("$HOME $1 {port} }", "$HOME $1 {port} }")]
    [DataRow("", "")]
    public void A_reference_has_its_value_and_what_is_none_stays_as_it_is(string text, string value) =>
        Assert.AreEqual(value, Values(Whole(), "a").Resolve(text));

    [TestMethod]
    public void The_connection_string_of_ADO_NET_is_one_that_Npgsql_reads()
    {
        var read = new NpgsqlConnectionStringBuilder(Values(Whole(), "a").Resolve("${database.ado}"));
        Assert.AreEqual(("127.0.0.1", 5433, "shop", "ann", "p@ss w"), (read.Host, read.Port, read.Database, read.Username, read.Password));
    }

    [TestMethod]
    public void Every_reference_that_a_manifest_may_have_has_a_value_once_the_services_run()
    {
        var manifest = Whole();
        foreach (var service in manifest.Services)
        {
            foreach (var name in References.KnownTo(service, manifest.Services))
            {
                Assert.AreNotEqual("", Values(manifest, service.Name).Resolve($"${{{name}}}"), $"{service.Name}: {name}");
            }
        }
    }

    private ServiceManifest Whole() =>
        Read(
            """
            {"services": [{"name": "a", "command": "x", "port": 4001, "database": "shop"}, {"name": "b", "command": "x", "port": 4002, "database": "shop"},
              {"name": "t", "command": "x", "health": {"log": "on (?<port>\\d+) with (?<token>\\w+)"}}, {"name": "w", "command": "x", "health": {"alive": 1}},
              {"name": "p", "command": "x", "ports": {"http": 4005, "grpc": 4006}}, {"name": "i", "image": "x", "ports": {"amqp": 4007}, "containerPorts": {"amqp": 5672}}]}
            """
        );

    private static ReferenceValues Values(ServiceManifest manifest, string service)
    {
        var states = manifest.Services.Select(entry => StateOf(entry)).ToList();
        var run = new RunState(
            "id",
            RunPhase.Ready,
            DateTimeOffset.UtcNow,
            manifest.File,
            "pipe",
            new ProcessIdentity(1, 1),
            null,
            false,
            null,
            states
        );
        var index = manifest.Services.Select(entry => entry.Name).ToList().IndexOf(service);
        return new ReferenceValues(manifest.Services[index], states[index], run);
    }

    private static ServiceState StateOf(ServiceEntry entry)
    {
        var port = entry.Name == "t" ? 4003 : entry.Port;
        return new ServiceState(
            entry.Name,
            entry.Title,
            port == 0 ? null : $"http://127.0.0.1:{port}",
            port,
            RunPhase.Ready,
            Process: null,
            Log: "",
            entry.Database is null ? null : DatabaseUrl,
            Migrations: null,
            Exit: null
        )
        {
            Ports = entry.Ports,
            Told =
                entry.Name == "t"
                    ? new Dictionary<string, string> { ["port"] = "4003", ["token"] = "s3cret" }
                    : new Dictionary<string, string>(),
        };
    }

    private ServiceManifest Read(string text)
    {
        var file = Path.Combine(_folder, "services.json");
        File.WriteAllText(file, text);
        return ServiceManifest.Read(file);
    }
}
