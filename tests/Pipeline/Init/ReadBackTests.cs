using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;

namespace Pipeline.Init;

/// <summary>What is written is what the project's own reader takes.</summary>
[TestClass]
public sealed class ReadBackTests : InitTest
{
    [TestMethod]
    [DataRow("image: --privileged", "'image' must be the name of an image")]
    [DataRow("image: \"a b\"", "'image' must be the name of an image")]
    [DataRow("{ image: x, command: [\"\", y] }", "'command' must name a program first")]
    public async Task Of_what_the_reader_refuses_nothing_is_written(string service, string says)
    {
        Write("c.yaml", $"services:\n  a:\n    {service}\n");
        (await InitAsync("--from", "c.yaml")).AssertExit(ExitCode.BadInput).AssertError(ErrorCodes.InputMalformed, "'a'", says);
        CollectionAssert.AreEqual(new[] { "c.yaml" }, Snapshot().Keys.ToArray());
    }

    [TestMethod]
    public async Task Images_with_a_database_a_job_and_callers_variables_are_written_as_the_reader_takes_them_and_a_second_run_changes_nothing()
    {
        WritePackage("web");
        Write(
            "c.yaml",
            """
            services:
              db: { image: "postgres:17" }
              keycloak:
                image: quay.io/keycloak/keycloak:${KEYCLOAK_TAG}
                ports: ["8081:8080", "9001:9000"]
                environment: { KC_DB_URL: "jdbc:postgresql://db:5432/keycloak", KC_HTTP_PORT: 8080 }
                depends_on: [db]
              migrate: { image: "flyway/flyway", command: migrate, depends_on: [db] }
              web:
                build: web
                environment: { DATABASE_URL: "postgres://u:p@db/web", TOO_FAR: "keycloak:99999" }
                depends_on:
                  migrate: { condition: service_completed_successfully }
                  keycloak: { condition: service_started }
            """
        );
        var result = (await InitAsync("--from", "c.yaml")).AssertExit(ExitCode.Success);
        var services = ServiceManifest.Read(PathOf("services.json")).Services;
        var (keycloak, web) = (services[0], services[1]);
        Assert.AreEqual("quay.io/keycloak/keycloak:${env:KEYCLOAK_TAG}", keycloak.Image);
        Assert.AreEqual((null, "web"), (keycloak.Database, web.Database));
        CollectionAssert.AreEqual(new[] { 8081, 9001 }, keycloak.Ports.Values.ToArray());
        CollectionAssert.AreEqual(new[] { "keycloak" }, web.DependsOn.ToArray());
        StringAssert.Contains(result.Output, "c.yaml(6): keycloak: the variable 'KC_DB_URL' still names the host 'db'");
        StringAssert.Contains(result.Output, "c.yaml(7): keycloak: it waits for 'db', which a container does not reach");
        StringAssert.Contains(result.Output, "c.yaml(8): migrate: it was not carried over: a job can't be a container");
        StringAssert.Contains(result.Output, "c.yaml(13): web: it waits for 'migrate', which was not carried over");
        var before = Snapshot();
        var again = (await InitAsync("--from", "c.yaml")).AssertExit(ExitCode.Success);
        CollectionAssert.AreEquivalent(before.ToList(), Snapshot().ToList());
        StringAssert.Contains(again.Output, "services.json is there already and was not changed.");
        Assert.DoesNotContain("Found, but not in it", again.Output);
    }

    [TestMethod]
    public void A_port_that_is_none_is_not_what_others_ask_for()
    {
        WritePackage("web");
        var draft = Convert("services:\n  q: { image: q }\n  web:\n    build: web\n    environment: { Q: \"q:99999\" }");
        Assert.AreEqual(0, ReadBack(draft)[0].Port);
    }

    [TestMethod]
    [DataRow("container_name: \"\"")]
    [DataRow("hostname: \"\"")]
    public void A_service_with_an_empty_host_is_not_named_by_every_value(string host)
    {
        WritePackage("web");
        var draft = Convert($"services:\n  db: {{ image: postgres, {host} }}\n  web:\n    build: web\n    environment: {{ A: b= }}");
        Assert.AreEqual((null, "b="), (ReadBack(draft).Single().Database, ReadBack(draft).Single().Env["A"]));
        Assert.IsEmpty(draft.Open);
    }
}
