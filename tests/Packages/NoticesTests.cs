namespace Packages;

/// <summary><c>THIRD-PARTY-NOTICES.txt</c>.</summary>
[TestClass]
public sealed class NoticesTests
{
    [TestMethod]
    public async Task The_notices_name_every_package_whose_files_ours_contain_as_the_tool_writes_them()
    {
        var written = await Dotnet.RunAsync(Feed.Repository, new Dictionary<string, string?>(), "run", "build/Notices/Notices.cs");
        Assert.AreEqual(File.ReadAllText(Path.Combine(Feed.Repository, "THIRD-PARTY-NOTICES.txt")), written.AssertSuccess().StandardOutput);
    }
}
