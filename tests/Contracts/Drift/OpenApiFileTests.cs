using TestKit;
using TestKit.Contracts.Drift;

namespace Contracts.Drift;

/// <summary>What clients were promised stands in a file beside each service, and changes only where a person sees it.</summary>
[TestClass]
public sealed class OpenApiFileTests : ServiceTest
{
    public static IEnumerable<string> Services => Suite.Services;

    [TestMethod]
    [DynamicData(nameof(Services))]
    public async Task A_services_contract_is_the_one_that_is_checked_in(string service) =>
        ContractFile.Of(service).Check(await Client(service).GetStringAsync("/openapi/v1.json", Cancel));
}
