using System.Net;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.TestKit.Contracts;
using IntegrationSuite.TestKit.Gates;

namespace Pipeline.Contracts;

/// <summary>What comes of an exchange that breaks a contract.</summary>
[TestClass]
public sealed class ContractHandlerTests
{
    private const string Document =
        """{"openapi": "3.1.0", "paths": {"/things": {"get": {"responses": {"200": {"description": "", "content": {"application/json": {"schema": {"type": "array"}}}}}}}}}""";

    public required TestContext TestContext { get; set; }

    [TestMethod]
    public async Task It_fails_the_test_where_the_gate_is_an_error()
    {
        var failure = await Assert.ThrowsExactlyAsync<AssertFailedException>(() => AskAsync(GateLevel.Error, "{}"));
        StringAssert.Contains(failure.Message, "strict: GET /things broke its contract with status 200");
    }

    [TestMethod]
    public async Task It_passes_and_is_noted_once_where_the_gate_only_warns()
    {
        await AskAsync(GateLevel.Warn, "{}", "tolerant");
        await AskAsync(GateLevel.Warn, "{}", "tolerant");
        StringAssert.Contains(
            ServiceGate.Warnings.Single(breach => breach.Service == "tolerant").Message,
            "GET /things broke its contract"
        );
    }

    [TestMethod]
    [DataRow(GateLevel.Off, true)]
    [DataRow(GateLevel.Error, false)]
    public async Task It_passes_unseen_where_the_gate_is_off_and_where_there_is_no_contract(GateLevel level, bool hasContract)
    {
        var name = $"unseen {level}";
        await AskAsync(level, "{}", name, hasContract);
        Assert.IsEmpty(ServiceGate.Warnings.Where(breach => breach.Service == name));
    }

    [TestMethod]
    [DataRow(GateLevel.Error)]
    [DataRow(GateLevel.Warn)]
    public async Task One_that_keeps_it_passes_and_is_not_noted(GateLevel level)
    {
        var name = $"sound {level}";
        await AskAsync(level, "[]", name);
        Assert.IsEmpty(ServiceGate.Warnings.Where(breach => breach.Service == name));
    }

    private async Task AskAsync(GateLevel level, string body, string name = "strict", bool hasContract = true)
    {
        var contract = new ServiceContract(
            level,
            ApiDocument.Path,
            () => Task.FromResult(hasContract ? ApiDocument.Parse(Document) : null)
        );
        using var client = new HttpClient(new ContractHandler(name, contract, new Answering(body)));
        using var answer = await client.GetAsync(new Uri("http://127.0.0.1:1/things"), TestContext.CancellationToken);
        Assert.AreEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    private sealed class Answering(string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.OK)
                {
                    RequestMessage = request,
                    Content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")),
                }
            );
    }
}
