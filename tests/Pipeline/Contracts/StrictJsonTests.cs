using System.Text;
using IntegrationSuite.TestKit;

namespace Pipeline.Contracts;

/// <summary>How typed clients read a body.</summary>
[TestClass]
public sealed class StrictJsonTests
{
    [TestMethod]
    public async Task A_body_of_just_the_known_members_is_read() =>
        Assert.AreEqual(new Order(7, "ink"), await ReadAsync("""{"id": 7, "itemName": "ink"}"""));

    [TestMethod]
    [DataRow("""{"id": 7, "itemName": "ink", "colour": "blue"}""", DisplayName = "unknown member")]
    [DataRow("""{"id": 7}""", DisplayName = "missing member")]
    [DataRow("""{"id": 7, "itemName": null}""", DisplayName = "null for a member that has none")]
    [DataRow("""{"id": "7", "itemName": "ink"}""", DisplayName = "number as text")]
    [DataRow("""{"id": 7, "Item_Name": "ink"}""", DisplayName = "another case")]
    [DataRow("""{"id": 7, "id": 7, "itemName": "ink"}""", DisplayName = "a member twice")]
    [DataRow("null")]
    [DataRow("")]
    public async Task Any_other_body_fails_the_test(string body) =>
        await Assert.ThrowsExactlyAsync<AssertFailedException>(() => ReadAsync(body));

    private static async Task<Order> ReadAsync(string body)
    {
        using var response = new HttpResponseMessage { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        return await response.ReadStrictAsync<Order>();
    }

    private sealed record Order(int Id, string ItemName);
}
