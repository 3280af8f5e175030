using IntegrationSuite.TestKit;
using Xunit;

namespace WithXunit;

/// <summary>A consumer's tests, written for xunit.v3.</summary>
public sealed class Tests
{
    [Fact]
    public async Task The_clock_answers()
    {
        using var http = new HttpClient();
        Assert.Equal("healthy", await http.GetStringAsync(new Uri(Suite.Url("clock"), "/health"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Fails_when_told_so() => Assert.NotEqual("others", Environment.GetEnvironmentVariable("SMOKE"));
}
