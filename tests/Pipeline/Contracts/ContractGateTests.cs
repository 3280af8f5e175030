using IntegrationSuite.Tasks.Contracts;
using ServiceHost.Client;

namespace Pipeline.Contracts;

[TestClass]
public sealed class ContractGateTests
{
    private static readonly CountedAnswer s_found = new("GET /orders/{id}", 200, 3);
    private static readonly CountedAnswer s_missing = new("GET /orders/{id}", 404, 0);

    [TestMethod]
    public void A_contract_whose_every_answer_was_seen_passes() =>
        Assert.IsEmpty(ContractGate.Check(new ServiceMatrix("orders", [s_found], [])));

    [TestMethod]
    public void A_documented_answer_that_no_test_saw_is_named_with_its_service()
    {
        var error = ContractGate.Check(new ServiceMatrix("orders", [s_found, s_missing], [])).Single();

        Assert.AreEqual((ErrorCodes.AnswerNotExercised, "orders"), (error.Code, error.Service));
        Assert.Contains("'orders' documents 1 answers that no test exercised: GET /orders/{id} 404.", error.Message);
    }

    [TestMethod]
    public void An_answer_that_is_not_documented_is_named_with_its_service()
    {
        var error = ContractGate.Check(new ServiceMatrix("orders", [s_found], [new("GET /orders/{id}", 500, 1)])).Single();

        Assert.AreEqual((ErrorCodes.AnswerNotDocumented, "orders"), (error.Code, error.Service));
        Assert.Contains("GET /orders/{id} 500", error.Message);
    }

    [TestMethod]
    public void What_one_test_project_did_not_see_another_may_have_seen()
    {
        ServiceMatrix[] parts = [new("orders", [s_found, s_missing], []), new("orders", [s_found with { Count = 0 }, s_missing with { Count = 1 }], [])];
        var joined = ServiceMatrix.Join(parts.GroupBy(part => part.Service).Single());

        Assert.IsEmpty(ContractGate.Check(joined));
        Assert.AreEqual(s_found, joined.Documented[0]);
    }
}
