using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;

namespace Pipeline.Manifests;

/// <summary>Services with several ports.</summary>
[TestClass]
public sealed class PortsTests : ManifestTest
{
    [TestMethod]
    public void The_first_of_several_ports_in_the_order_of_the_file_is_the_port()
    {
        var entry = Read("""{"services": [{"name": "a", "command": "x", "ports": {"web": 9, "grpc-web": 3, "admin": 5}}]}""").Services[0];
        Assert.AreEqual(9, entry.Port);
        CollectionAssert.AreEqual(
            new[] { "web 9", "grpc-web 3", "admin 5" },
            entry.Ports.Select(port => $"{port.Key} {port.Value}").ToArray()
        );
        Assert.IsEmpty(entry.ContainerPorts);
    }

    [TestMethod]
    public void A_port_of_a_container_is_the_same_within_unless_the_manifest_says_another()
    {
        var entry = Read(
            """{"services": [{"name": "a", "image": "x", "ports": {"amqp": 5672, "web": 5001}, "containerPorts": {"web": 15672}}]}"""
        ).Services[0];
        Assert.AreEqual((5672, 5672), (entry.Port, entry.ContainerPort));
        CollectionAssert.AreEqual(new[] { 5672, 15672 }, entry.ContainerPorts.Values.ToArray());
    }

    /// <summary>A ▲ stands where the mistake is; it is taken out before the manifest is read.</summary>
    [TestMethod]
    [DataRow("""{"name": "a", "command": "x", "port": 1, "ports": ▲{"b": 2}}""", ErrorCodes.ManifestBadValue, "'port' exclude each other")]
    [DataRow("""{"name": "a", "command": "x", "ports": ▲{}}""", ErrorCodes.ManifestBadValue, "an object of names and ports")]
    [DataRow("""{"name": "a", "command": "x", "ports": ▲[1, 2]}""", ErrorCodes.ManifestBadValue, "an object of names and ports")]
    [DataRow("""{"name": "a", "command": "x", "ports": ▲{"gRPC": 1}}""", ErrorCodes.ManifestBadValue, "lower case letters")]
    [DataRow("""{"name": "a", "command": "x", "ports": {"b": ▲"1"}}""", ErrorCodes.ManifestBadValue, "'b' must be a whole number from 1")]
    [DataRow("""{"name": "a", "command": "x", "ports": {"b": ▲65536}}""", ErrorCodes.ManifestBadValue, "'b' must be a whole number from 1")]
    [DataRow("""{"name": "a", "command": "x", "ports": {"b": 1, ▲"b": 2}}""", ErrorCodes.ManifestDuplicate, "'b' twice")]
    [DataRow(
        """{"name": "a", "command": "x", "ports": ▲{"b": 1, "c": 1}}""",
        ErrorCodes.ManifestDuplicate,
        "port 1 is taken by service 'a'"
    )]
    [DataRow(
        """{"name": "a", "command": "x", "port": 1}, {"name": "b", "command": "x", "ports": ▲{"c": 2, "d": 1}}""",
        ErrorCodes.ManifestDuplicate,
        "port 1 is taken by service 'a'"
    )]
    [DataRow("""{"name": "a", "command": "x", "kind": "job", "ports": ▲{"b": 1}}""", ErrorCodes.ManifestBadValue, "not for a job")]
    [DataRow(
        """{"name": "a", "command": "x", "ports": ▲{"b": 1}, "health": {"log": "(?<port>.)"}}""",
        ErrorCodes.ManifestBadValue,
        "told by the group 'port'"
    )]
    [DataRow(
        """{"name": "a", "command": "x", "ports": {"b": 1}, "containerPorts": ▲{"b": 2}}""",
        ErrorCodes.ManifestBadValue,
        "for an 'image' only"
    )]
    [DataRow(
        """{"name": "a", "image": "x", "port": 1, "containerPorts": ▲{"b": 2}}""",
        ErrorCodes.ManifestMissingKey,
        "'containerPorts' needs 'ports'"
    )]
    [DataRow(
        """{"name": "a", "image": "x", "ports": {"b": 1}, "containerPort": ▲2}""",
        ErrorCodes.ManifestMissingKey,
        "'containerPort' needs 'port'"
    )]
    [DataRow(
        """{"name": "a", "image": "x", "ports": {"b": 1, "d": 3}, "containerPorts": {▲"c": 2}}""",
        ErrorCodes.ManifestUnknownKey,
        "'c'. Known are b, d"
    )]
    [DataRow(
        """{"name": "a", "command": ▲"x ${ports.gprc}", "ports": {"http": 1, "grpc": 2}}""",
        ErrorCodes.UnknownReference,
        "no reference ${ports.gprc}. It has name, port, url, ports.http, ports.grpc, env:NAME"
    )]
    [DataRow(
        """{"name": "a", "command": ▲"x ${b.ports.gprc}", "port": 1}, {"name": "b", "command": "x", "ports": {"http": 2, "grpc": 3}}""",
        ErrorCodes.UnknownReference,
        "b.url, b.port, b.ports.http, b.ports.grpc, env:NAME"
    )]
    [DataRow("""{"name": "a", "command": ▲"x ${publishedPorts.b}", "ports": {"b": 1}}""", ErrorCodes.UnknownReference, "publishedPorts.b")]
    public void A_mistake_is_told_with_its_place(string entries, string code, string says)
    {
        var text = $$"""{"services": [{{entries}}]}""";
        var column = text.IndexOf('▲') + 1;
        var error = Mistakes("\n" + text.Remove(column - 1, 1)).Single();
        Assert.AreEqual(code, error.Code, error.ToString());
        StringAssert.Contains(error.Message, says);
        Assert.AreEqual((2, column), (error.Line, error.Column), error.ToString());
    }
}
