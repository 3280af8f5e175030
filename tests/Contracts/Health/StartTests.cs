using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.TestKit;
using IntegrationSuite.TestKit.Instances;

namespace Contracts.Health;

/// <summary>What each service does with an environment that is wrong.</summary>
[TestClass]
public sealed class StartTests : ServiceTest
{
    public static IEnumerable<string> Services => Suite.Services;

    [TestMethod]
    [DynamicData(nameof(Services))]
    public async Task A_service_with_a_malformed_database_address_ends_with_exit_code_78_and_a_line_that_names_the_variable(string service)
    {
        var refusal = await Assert.ThrowsExactlyAsync<SuiteException>(() =>
            ServiceInstance.StartAsync(service, Cancel, databaseUrl: "nowhere")
        );
        var error = refusal.Errors[0];

        Assert.AreEqual(ErrorCodes.ExitedAtStart, error.Code, error.Message);
        Assert.Contains("exit code 78", error.Message);
        Assert.Contains("DATABASE_URL must look like postgresql://", error.Message);
    }
}
