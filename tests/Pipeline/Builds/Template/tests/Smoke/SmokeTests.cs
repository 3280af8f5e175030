using System.Diagnostics;
using IntegrationSuite.TestKit;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Smoke;

/// <summary>The tests of a consumer. SMOKE in the environment says what they do besides.</summary>
[TestClass]
public sealed class SmokeTests
{
    private static readonly string? s_smoke = Environment.GetEnvironmentVariable("SMOKE");

    [TestInitialize]
    public void Skip_when_told_so()
    {
        if (s_smoke == "skip")
        {
            Assert.Inconclusive("told so");
        }
    }

    [TestMethod]
    public async Task Both_services_answer()
    {
        using var http = new HttpClient();
        Assert.AreEqual("healthy", await http.GetStringAsync(new Uri(Suite.Url("clock"), "/health")));
        if (s_smoke != "few")
        {
            await http.GetStringAsync(new Uri(Suite.Url("greeter"), "/environment"));
            await http.GetStringAsync(new Uri(Suite.Url("greeter"), "/folder"));
        }
    }

    [TestMethod]
    public void Fails_when_told_so() => Assert.AreNotEqual("fail", s_smoke);

    [TestMethod]
    public void Goes_away_when_told_so()
    {
        if (s_smoke == "crash")
        {
            Environment.FailFast("told so");
        }

        if (s_smoke == "kill")
        {
            Process.GetCurrentProcess().Kill();
        }
    }

    [TestMethod]
    public void Connects_as_it_is_told_and_not_as_the_caller_does() => Assert.IsNull(Environment.GetEnvironmentVariable("PGOPTIONS"));

    [TestMethod]
    public async Task Waits_until_it_may_end_when_told_so()
    {
        if (s_smoke == "wait")
        {
            var waiting = Environment.GetEnvironmentVariable("SMOKE_WAITING")!;
            await File.WriteAllTextAsync(waiting, "");
            while (!File.Exists(waiting + ".end"))
            {
                await Task.Delay(20);
            }
        }
    }
}
