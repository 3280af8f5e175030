using Clients;
using Clients.Problems;
using Contracts.Laws.Refusals;
using IntegrationSuite.TestKit;

namespace Contracts.Laws;

/// <summary>A refused request changes nothing, and uses nothing up.</summary>
[TestClass]
public sealed class RefusalTests : ServiceTest
{
    // More than a service has connections to its database.
    private const int Many = 25;

    public static IEnumerable<string> Names => All.Select(refusal => refusal.ToString());

    /// <summary>The operations that are refused here.</summary>
    internal static IEnumerable<string> Operations => All.Select(refusal => $"{refusal.Service}: {refusal.Operation}");

    private static IEnumerable<Refusal> All =>
        [
            .. TemplateRefusals.All,
            .. CaseRefusals.All,
            .. DraftRefusals.All,
            .. EvidenceRefusals.All,
            .. ClaimRefusals.All,
            .. ExhibitRefusals.All,
            .. BlockRefusals.All,
            .. AuthorityRefusals.All,
            .. DocumentRefusals.All,
        ];

    [TestMethod]
    [DynamicData(nameof(Names))]
    public async Task A_request_that_is_refused_25_times_changes_nothing_and_one_that_is_right_is_taken_after_it(string refusal)
    {
        var (service, _, status, _, prepareAsync) = All.Single(each => each.ToString() == refusal);
        var refused = await prepareAsync(new Services(Client, Cancel));
        var before = await refused.ReadStateAsync();

        for (var i = 0; i < Many; i++)
        {
            await refused.SendAsync().ExpectProblemAsync(status);
        }

        Assert.AreEqual(before, await refused.ReadStateAsync(), $"{service} changed something though it refused the request.");
        using var taken = await refused.SucceedAsync();
        Assert.IsTrue(taken.IsSuccessStatusCode, $"{refusal}, 25 times, and then what is right was answered {(int)taken.StatusCode}.");
    }
}
