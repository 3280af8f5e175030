using IntegrationSuite.TestKit;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace WithOlderMSTest;

/// <summary>A consumer's tests, written for an MSTest that is older than this repository's.</summary>
[TestClass]
public sealed class Tests
{
    [TestMethod]
    public async Task The_clock_answers()
    {
        using var http = new HttpClient();
        Assert.AreEqual("healthy", await http.GetStringAsync(new Uri(Suite.Url("clock"), "/health")));
    }

    [TestMethod]
    public void Fails_when_told_so() => Assert.AreNotEqual("others", Environment.GetEnvironmentVariable("SMOKE"));
}
