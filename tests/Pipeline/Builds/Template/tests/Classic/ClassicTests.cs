using IntegrationSuite.TestKit;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Classic;

/// <summary>A consumer's project of the older kind: no executable of its own, run by VSTest.</summary>
[TestClass]
public sealed class ClassicTests
{
    [TestMethod]
    public async Task The_clock_answers()
    {
        if (Environment.GetEnvironmentVariable("SMOKE") == "skip")
        {
            Assert.Inconclusive("told so");
        }

        using var http = new HttpClient();
        Assert.AreEqual("healthy", await http.GetStringAsync(new Uri(Suite.Url("clock"), "/health")));
        Assert.AreNotEqual("classic", Environment.GetEnvironmentVariable("SMOKE"));
    }
}
