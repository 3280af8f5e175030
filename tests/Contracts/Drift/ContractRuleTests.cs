using IntegrationSuite.TestKit;
using IntegrationSuite.TestKit.Contracts;

namespace Contracts.Drift;

/// <summary>What all contracts have in common.</summary>
[TestClass]
public sealed class ContractRuleTests : ServiceTest
{
    public static IEnumerable<string> Services => Suite.Services;

    [TestMethod]
    [DynamicData(nameof(Services))]
    public async Task An_object_with_known_members_takes_no_others(string service)
    {
        var contract = await ApiDocument.OfAsync(Suite.Url(service));
        foreach (
            var schema in contract
                .Root.GetProperty("components")
                .GetProperty("schemas")
                .EnumerateObject()
                .Where(s => s.Value.TryGetProperty("properties", out _))
        )
        {
            Assert.IsTrue(
                schema.Value.TryGetProperty("additionalProperties", out var others) && !others.GetBoolean(),
                $"{schema.Name} takes members that nobody knows."
            );
        }
    }

    [TestMethod]
    [DynamicData(nameof(Services))]
    public async Task No_operation_documents_that_it_fails(string service) =>
        Assert.IsEmpty((await ApiDocument.OfAsync(Suite.Url(service))).Operations.Where(operation => operation.Statuses.Contains(500)));
}
