using ServiceHost.Client;
using ServiceHost.Client.Manifests;

namespace Pipeline.Manifests;

[TestClass]
public sealed class ManifestTests : ManifestTest
{
    [TestMethod]
    public void What_is_left_out_has_its_default()
    {
        var service = Read("""{"services": [{"name": "fact-check", "command": "node 'my file.mjs'  --port \"1 2\"", "port": 4001}]}""")
            .Services.Single();
        CollectionAssert.AreEqual(new[] { "node", "my file.mjs", "--port", "1 2" }, service.Command!.ToList());
        Assert.AreEqual(
            ("fact-check", (HealthCheck)HttpHealth.Default, false, 1),
            (service.Title, service.Health, service.Coverage, service.Line)
        );
        Assert.IsNull(service.StartTimeout);
        Assert.IsEmpty(service.DependsOn);
    }

    [TestMethod]
    public void Comments_and_a_byte_order_mark_are_no_mistakes()
    {
        var manifest = Read("\uFEFF// what we start\n{\"services\": [/* one */ {\"name\": \"a\", \"command\": \"x\", \"port\": 1}]}");
        Assert.AreEqual("a", manifest.Services.Single().Name);
    }

    [TestMethod]
    public void The_nearest_manifest_above_is_found()
    {
        Read("""{"services": [{"name": "a", "command": "x", "port": 1}]}""");
        var below = Directory.CreateDirectory(Path.Combine(Folder, "src", "deep")).FullName;
        Assert.AreEqual(Path.Combine(Folder, "services.json"), ServiceManifest.FindUpward(below));
    }
}
