using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;

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

    /// <summary>The text has one mistake, where a ▲ stands, which is taken out before it is read.</summary>
    protected void AssertMistake(string text, string code, string says)
    {
        var column = text.IndexOf('▲') + 1;
        var error = Mistakes("\n" + text.Remove(column - 1, 1)).Single();
        Assert.AreEqual(code, error.Code, error.ToString());
        StringAssert.Contains(error.Message, says);
        Assert.AreEqual((Path.Combine(Folder, "services.json"), 2, column), (error.File, error.Line, error.Column), error.ToString());
    }
}
