using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;

namespace Pipeline.Manifests;

/// <summary>An entry with an <c>image</c>.</summary>
[TestClass]
public sealed class ImageTests : ManifestTest
{
    [TestMethod]
    public void It_takes_a_connection_on_its_port_unless_the_manifest_says_more()
    {
        var entry = Read("""{"services": [{"name": "redis", "image": "redis:7", "port": 6379}]}""").Services.Single();
        Assert.AreEqual(("redis:7", 6379, 6379), (entry.Image, entry.Port, entry.ContainerPort));
        Assert.IsInstanceOfType<TcpHealth>(entry.Health);
        Assert.IsNull(entry.Command);
        Assert.IsFalse(entry.Coverage.IsMeasured);
    }

    [TestMethod]
    public void Its_own_port_may_be_another_and_a_command_is_what_follows_the_image()
    {
        var entry = Read(
            """{"services": [{"name": "m", "image": "mongo:${env:M:-8}", "port": 1, "containerPort": 27017, "command": "--port ${port}", "env": {"A": "${publishedPort}"}, "health": "/"}]}"""
        )
            .Services.Single();
        Assert.AreEqual((1, 27017), (entry.Port, entry.ContainerPort));
        CollectionAssert.AreEqual(new[] { "--port", "${port}" }, entry.Command!.ToArray());
        Assert.IsInstanceOfType<HttpHealth>(entry.Health);
    }

    [TestMethod]
    public void A_worker_has_no_port() =>
        Assert.AreEqual(0, Read("""{"services": [{"name": "w", "image": "w:1", "health": {"log": "ready"}}]}""").Services[0].ContainerPort);

    /// <summary>A ▲ stands where the mistake is; it is taken out before the manifest is read.</summary>
    [TestMethod]
    [DataRow("""▲{"name": "a", "port": 1}""", ErrorCodes.ManifestMissingKey, "either 'project', 'command' or 'image'")]
    [DataRow(
        """{"name": "a", "port": 1, "image": ▲"x", "project": "services.json"}""",
        ErrorCodes.ManifestMissingKey,
        "'project' and 'image' exclude each other"
    )]
    [DataRow("""▲{"name": "a", "image": "x"}""", ErrorCodes.ManifestMissingKey, "'port' is missing")]
    [DataRow("""{"name": "a", "port": 1, "image": ▲"--privileged"}""", ErrorCodes.ManifestBadValue, "'image' must be the name of an image")]
    [DataRow("""{"name": "a", "port": 1, "image": ▲"a b"}""", ErrorCodes.ManifestBadValue, "'image' must be the name of an image")]
    [DataRow("""{"name": "a", "port": 1, "image": ▲7}""", ErrorCodes.ManifestBadValue, "'image' must be a text")]
    [DataRow("""{"name": "a", "port": 1, "command": "x", "containerPort": ▲2}""", ErrorCodes.ManifestBadValue, "is for an 'image' only")]
    [DataRow("""{"name": "a", "port": 1, "image": "x", "containerPort": ▲70000}""", ErrorCodes.ManifestBadValue, "from 1 to 65535")]
    [DataRow(
        """{"name": "a", "image": "x", "containerPort": ▲2, "health": {"alive": 1}}""",
        ErrorCodes.ManifestMissingKey,
        "'containerPort' needs 'port'"
    )]
    [DataRow("""{"name": "a", "image": "x", "kind": ▲"job"}""", ErrorCodes.ManifestBadValue, "'kind' must be service")]
    [DataRow("""{"name": "a", "port": 1, "image": "x", "database": ▲"a"}""", ErrorCodes.ManifestBadValue, "does not reach it")]
    [DataRow("""{"name": "a", "port": 1, "image": "x", "workingDirectory": ▲"."}""", ErrorCodes.ManifestBadValue, "does not reach it")]
    [DataRow(
        """{"name": "a", "port": 1, "image": "x", "coverage": ▲true}""",
        ErrorCodes.ManifestBadValue,
        "can't be measured in a container"
    )]
    [DataRow("""{"name": "a", "image": "x", "health": ▲{"log": "(?<port>.)"}}""", ErrorCodes.ManifestBadValue, "inside of the container")]
    [DataRow("""{"name": "a", "port": 1, "image": ▲"x:${tag}"}""", ErrorCodes.UnknownReference, "It has name, port, url, publishedPort")]
    [DataRow("""{"name": "a", "port": 1, "command": ▲"x ${publishedPort}"}""", ErrorCodes.UnknownReference, "${publishedPort}")]
    public void A_mistake_is_told_with_its_place(string entry, string code, string says)
    {
        var text = $$"""{"services": [{{entry}}]}""";
        var column = text.IndexOf('▲') + 1;
        var error = Mistakes("\n" + text.Remove(column - 1, 1)).Single();
        Assert.AreEqual(code, error.Code, error.ToString());
        StringAssert.Contains(error.Message, says);
        Assert.AreEqual((2, column), (error.Line, error.Column), error.ToString());
    }
}
