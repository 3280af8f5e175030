using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Results;
using IntegrationSuite.Tasks.Contracts;

namespace Pipeline.Contracts;

[TestClass]
public sealed class ContractGateTests
{
    private static readonly CountedAnswer s_found = new("GET /orders/{id}", 200, 3);
    private static readonly CountedAnswer s_missing = new("GET /orders/{id}", 404, 0);
    private static readonly CountedKeyword s_proved = new("POST /orders", "body.title", "maxLength", Accepted: 2, Refused: 1);

    [TestMethod]
    public void A_contract_whose_every_answer_was_seen_passes() =>
        Assert.IsEmpty(ContractGate.Check(new ServiceMatrix("orders", [s_found], [], [s_proved])));

    [TestMethod]
    public void A_documented_answer_that_no_test_saw_is_named_with_its_service()
    {
        var error = ContractGate.Check(new ServiceMatrix("orders", [s_found, s_missing], [], [s_proved])).Single();

        Assert.AreEqual((ErrorCodes.AnswerNotExercised, "orders"), (error.Code, error.Service));
        Assert.Contains("'orders' documents 1 answers that no test exercised: GET /orders/{id} 404.", error.Message);
    }

    [TestMethod]
    public void An_answer_that_is_not_documented_is_named_with_its_service()
    {
        var error = ContractGate.Check(new ServiceMatrix("orders", [s_found], [new("GET /orders/{id}", 500, 1)], [s_proved])).Single();

        Assert.AreEqual((ErrorCodes.AnswerNotDocumented, "orders"), (error.Code, error.Service));
        Assert.Contains("GET /orders/{id} 500", error.Message);
    }

    [TestMethod]
    [DataRow(2, 0, "was never refused")]
    [DataRow(0, 1, "was never accepted")]
    public void A_keyword_that_was_seen_only_one_way_is_named_with_its_service_and_the_other_way(int accepted, int refused, string missing)
    {
        var error = ContractGate
            .Check(new ServiceMatrix("orders", [s_found], [], [s_proved, new("GET /orders", "query.limit", "maximum", accepted, refused)]))
            .Single();

        Assert.AreEqual((ErrorCodes.KeywordNotExercised, "orders"), (error.Code, error.Service));
        Assert.Contains($"'orders' has 1 rules for inputs that no test proved: GET /orders query.limit maximum {missing}.", error.Message);
    }

    [TestMethod]
    public void What_one_test_project_did_not_see_another_may_have_seen()
    {
        ServiceMatrix[] parts =
        [
            new("orders", [s_found, s_missing], [], [s_proved with { Refused = 0 }]),
            new("orders", [s_found with { Count = 0 }, s_missing with { Count = 1 }], [], [s_proved with { Accepted = 0 }]),
        ];
        var joined = ServiceMatrix.Join(parts.GroupBy(part => part.Service).Single());

        Assert.IsEmpty(ContractGate.Check(joined));
        Assert.AreEqual(s_found, joined.Documented[0]);
        Assert.AreEqual(s_proved, joined.Keywords[0]);
    }

    [TestMethod]
    public void The_table_shows_how_much_of_the_keywords_was_seen() =>
        Assert.EndsWith(
            "1    50.00 %",
            ContractGate.Table([new ServiceMatrix("orders", [s_found], [], [s_proved with { Refused = 0 }])])[1].TrimEnd()
        );
}
