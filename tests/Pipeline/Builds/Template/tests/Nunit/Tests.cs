using IntegrationSuite.TestKit;
using NUnit.Framework;

namespace WithNUnit;

/// <summary>A consumer's tests, written for NUnit.</summary>
public sealed class Tests
{
    [Test]
    public async Task The_clock_answers()
    {
        using var http = new HttpClient();
        Assert.That(await http.GetStringAsync(new Uri(Suite.Url("clock"), "/health")), Is.EqualTo("healthy"));
    }

    [Test]
    public void Fails_when_told_so() => Assert.That(Environment.GetEnvironmentVariable("SMOKE"), Is.Not.EqualTo("others"));
}
