using ServiceHost.Client;
using ServiceHost.Client.Manifests;

namespace Pipeline.Manifests;

/// <summary>A test that reads manifests, in a folder of its own.</summary>
[TestClass]
public abstract class ManifestTest
{
    protected string Folder { get; } = Directory.CreateTempSubdirectory("manifest-").FullName;

    [TestCleanup]
    public void RemoveFolder() => Directory.Delete(Folder, recursive: true);

    protected IReadOnlyList<SuiteError> Mistakes(string text) => Assert.ThrowsExactly<SuiteException>(() => Read(text)).Errors;

    protected ServiceManifest Read(string text)
    {
        var file = Path.Combine(Folder, "services.json");
        File.WriteAllText(file, text);
        return ServiceManifest.Read(file);
    }
}
