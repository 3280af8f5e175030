using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts;
using IntegrationSuite.TestKit.Contracts.Calls;

namespace Pipeline.Contracts.Checks;

/// <summary>What makes each generated thing another one, where a service keeps its things unique.</summary>
[TestClass]
public sealed class MarkerTests
{
    private static readonly ApiDocument s_contract = ApiDocument.Parse(
        """
        {"paths": {"/books": {"post": {
          "requestBody": {"content": {"application/json": {"schema": {"type": "object", "properties": {"title": {"type": "string", "maxLength": 8}}}}}},
          "responses": {"201": {}}
         }}}}
        """
    );

    [TestMethod]
    [DataRow("Emma", "Emma m1", DisplayName = "at the end where there is room")]
    [DataRow("Emma, 😀x", "Emma, m1", DisplayName = "in place of the end where there is none")]
    [DataRow("Far too long", "Far too long m1", DisplayName = "and what was too long stays so")]
    public void A_text_is_marked(string title, string marked)
    {
        var input = new JsonObject
        {
            ["path"] = new JsonObject(),
            ["query"] = new JsonObject(),
            ["body"] = new JsonObject { ["title"] = title },
        };

        Assert.AreEqual(
            marked,
            Marker.Append(s_contract, s_contract.Operations.Single(), input, " m1")["body"]!["title"]!.GetValue<string>()
        );
    }
}
