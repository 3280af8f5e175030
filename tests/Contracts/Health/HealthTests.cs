using Clients.Health;
using IntegrationSuite.TestKit;
using IntegrationSuite.TestKit.Databases;
using IntegrationSuite.TestKit.Instances;

namespace Contracts.Health;

/// <summary>What each service says of itself.</summary>
[TestClass]
public sealed class HealthTests : ServiceTest
{
    public static IEnumerable<string> Services => Suite.Services;

    [TestMethod]
    [DynamicData(nameof(Services))]
    public async Task A_service_that_is_well_says_who_it_is_and_what_time_it_has(string service)
    {
        var before = DateTimeOffset.UtcNow;
        var health = await Client(service).GetAsync("/health", Cancel).ExpectAsync<ServiceHealth>(200);

        Assert.AreEqual(("healthy", service), (health.Status, health.Service));
        Assert.MatchesRegex(@"^\d+\.\d+\.\d+$", health.Version);
        Assert.IsTrue(before <= health.Timestamp && health.Timestamp <= DateTimeOffset.UtcNow, $"{health.Timestamp:O}");
        Assert.AreEqual(TimeSpan.Zero, health.Timestamp.Offset, $"{service}: GET /health is in UTC");
        Assert.IsNull(health.Checks);
    }

    [TestMethod]
    [DynamicData(nameof(Services))]
    public async Task A_service_whose_database_is_gone_says_so(string service)
    {
        await using var database = await TestServer.OfRun.EmptyAsync(Cancel);
        await using var instance = await ServiceInstance.StartAsync(service, Cancel, databaseUrl: database.Url);
        await database.DisposeAsync();
        var health = await Client(instance).GetAsync("/health", Cancel).ExpectAsync<ServiceHealth>(503);

        Assert.AreEqual("unhealthy", health.Status);
        Assert.AreEqual("out of reach", health.Checks!["database"]);
        Assert.AreEqual(TimeSpan.Zero, health.Timestamp.Offset, $"{service}: GET /health is in UTC");
    }
}
