using IntegrationSuite.TestKit.Contracts;
using IntegrationSuite.TestKit.Contracts.Calls;
using IntegrationSuite.TestKit.Contracts.Checks;

namespace Pipeline.Contracts.Foreign;

/// <summary>Services of other authors' documents: one that keeps its document passes every check, one that does not fails by name.</summary>
[TestClass]
public sealed class ForeignServiceTests
{
    public required TestContext TestContext { get; set; }

    public static IEnumerable<string> Files => ForeignDocumentTests.Files;

    [TestMethod]
    [DynamicData(nameof(Files))]
    public async Task One_that_keeps_its_document_passes_every_check(string file)
    {
        for (var seed = 1ul; seed <= 3; seed++)
        {
            Assert.AreEqual("", string.Join("\n\n", await FailuresAsync(ForeignDocumentTests.Read(file), StubFault.None, seed)));
        }
    }

    [TestMethod]
    [DataRow(
        "pathlevel.json",
        StubFault.AnswersOtherBodies,
        "GET /items/{id} breaks its promise that it answers with bodies of the documented schema"
    )]
    [DataRow(
        "refresp.json",
        StubFault.AnswersOtherBodies,
        "GET /a breaks its promise that it answers with bodies of the documented schema"
    )]
    [DataRow(
        "refresp2.json",
        StubFault.AnswersOtherBodies,
        "GET /a breaks its promise that it answers with bodies of the documented schema"
    )]
    [DataRow(
        "defaultresp.json",
        StubFault.AnswersOtherBodies,
        "GET /a breaks its promise that it answers with bodies of the documented schema"
    )]
    [DataRow("range.json", StubFault.AnswersOtherBodies, "GET /a breaks its promise that it answers with bodies of the documented schema")]
    [DataRow("oas30.json", StubFault.AnswersOtherBodies, "GET /a breaks its promise that it answers with bodies of the documented schema")]
    [DataRow("oas30b.json", StubFault.AnswersOtherBodies, "GET /a breaks its promise that it answers with bodies of the documented schema")]
    [DataRow(
        "paramnoschema.json",
        StubFault.AnswersOtherBodies,
        "GET /x/{id} breaks its promise that it answers with bodies of the documented schema"
    )]
    [DataRow(
        "bodynoschema.json",
        StubFault.AnswersOtherBodies,
        "POST /x breaks its promise that it answers with bodies of the documented schema"
    )]
    [DataRow(
        "charset.json",
        StubFault.AnswersOtherBodies,
        "POST /a breaks its promise that it answers with bodies of the documented schema"
    )]
    [DataRow("range.json", StubFault.AnswersOtherTypes, "GET /a breaks its promise that it answers in a documented media type")]
    [DataRow("charset.json", StubFault.TakesAnything, "POST /a breaks its promise that it refuses a value of the wrong type")]
    [DataRow("refbody.json", StubFault.TakesAnything, "POST /a breaks its promise that it refuses an input that lacks something")]
    [DataRow("refresp.json", StubFault.TakesAnything, "GET /a breaks its promise that it refuses a value out of bounds")]
    [DataRow("pathlevel.json", StubFault.TakesAnything, "GET /items/{id} breaks its promise that it refuses a value out of bounds")]
    [DataRow(
        "pathlevel.json",
        StubFault.TakesAnything,
        "GET /items/{id} breaks its promise that it refuses a path whose parameter is of the wrong type"
    )]
    [DataRow("headerparam.json", StubFault.TakesAnything, "GET /a breaks its promise that it refuses an input that lacks something")]
    [DataRow("headerparam.json", StubFault.TakesAnything, "GET /a breaks its promise that it refuses a value out of bounds")]
    [DataRow("arrayparam.json", StubFault.TakesAnything, "GET /a breaks its promise that it refuses a value of the wrong type")]
    [DataRow("arrayparam.json", StubFault.TakesAnything, "GET /a breaks its promise that it refuses a value out of bounds")]
    [DataRow("g-allof.json", StubFault.TakesAnything, "POST /allof breaks its promise that it refuses an input that lacks something")]
    [DataRow("g-patplate.json", StubFault.TakesAnything, "POST /patplate breaks its promise that it refuses a value out of bounds")]
    [DataRow(
        "g-recursiverequired.json",
        StubFault.TakesAnything,
        "POST /recursiveRequired breaks its promise that it refuses a member it does not know"
    )]
    [DataRow(
        "dotnet10-stock-openapi.json",
        StubFault.TakesAnything,
        "POST /shapes breaks its promise that it refuses an input that lacks something"
    )]
    [DataRow(
        "dotnet10-stock-openapi.json",
        StubFault.RefusesAll,
        "POST /nodes breaks its promise that it succeeds with its example, or the simplest input"
    )]
    [DataRow(
        "dotnet10-stock-openapi.json",
        StubFault.RefusesAll,
        "GET /find breaks its promise that it accepts whatever its schema allows"
    )]
    public async Task One_that_does_not_fails_by_its_operation_and_the_promise(string file, StubFault fault, string promise) =>
        Assert.IsTrue(
            (await FailuresAsync(ForeignDocumentTests.Read(file), fault, seed: 1)).Exists(failure =>
                failure.StartsWith($"foreign: {promise}", StringComparison.Ordinal)
            ),
            promise
        );

    internal async Task<List<string>> FailuresAsync(ApiDocument document, StubFault fault, ulong seed)
    {
        using var client = new HttpClient(new DocumentStub(document, fault)) { BaseAddress = new Uri("http://foreign/") };
        var failures = new List<string>();
        foreach (var (operation, promise) in ContractChecks.Of(document))
        {
            var service = new ApiService("foreign", document, client);
            failures.AddRange(
                await ContractChecks.FailureAsync([service], service.Name, operation, promise, seed, TestContext.CancellationToken)
                    is { } failure
                    ? [failure]
                    : []
            );
        }

        return failures;
    }
}
