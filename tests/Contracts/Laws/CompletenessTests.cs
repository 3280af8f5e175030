using IntegrationSuite.TestKit;
using IntegrationSuite.TestKit.Contracts;

namespace Contracts.Laws;

/// <summary>Whoever adds an operation adds it to the laws that it must keep.</summary>
[TestClass]
public sealed class CompletenessTests : ServiceTest
{
    public static IEnumerable<string> Services => Suite.Services;

    // Each of these changes nothing that could be read: for any input it succeeds, or the generated checks refuse it.
    private static readonly string[] s_withoutRefusal =
    [
        "caselaw: POST /citations/detect",
        "caselaw: POST /citations/validate",
        "caseblock: POST /caseblock/templates",
        "signature: POST /signature/templates",
    ];

    // No JSON, or no text of their own.
    private static readonly string[] s_withoutText =
    [
        "records: POST /api/evidence",
        "exhibits: POST /exhibits/{id}/documents",
        "facts: POST /facts/claims/{id}/exhibits",
    ];

    [TestMethod]
    [DynamicData(nameof(Services))]
    public Task Every_operation_that_writes_is_refused_for_something(string service) =>
        AssertKnownAsync(service, each => each.Method != "GET", [.. RefusalTests.Operations, .. s_withoutRefusal], "RefusalTests");

    [TestMethod]
    [DynamicData(nameof(Services))]
    public Task Every_operation_that_stores_what_it_is_sent_is_tried_with_texts(string service) =>
        AssertKnownAsync(
            service,
            each => each.Method == "PUT" || each.Statuses.Contains(201),
            [.. Writings.All.Select(writing => $"{writing}"), .. s_withoutText],
            "Writings"
        );

    private static async Task AssertKnownAsync(string service, Func<ApiOperation, bool> concerns, IEnumerable<string> known, string where)
    {
        var operations = (await ApiDocument.OfAsync(Suite.Url(service))).Operations.Where(concerns);
        Assert.AreEqual(
            "",
            string.Join(", ", operations.Select(each => $"{service}: {each}").Except(known)),
            $"Operations that {where} does not know."
        );
    }
}
