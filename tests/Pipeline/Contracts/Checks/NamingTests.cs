using IntegrationSuite.TestKit.Contracts.Calls;

namespace Pipeline.Contracts.Checks;

[TestClass]
public sealed class NamingTests
{
    [TestMethod]
    [DataRow("cases", "case_id")]
    [DataRow("cases", "caseId")]
    [DataRow("cases", "CaseIds")]
    [DataRow("cases", "case-id")]
    [DataRow("line-items", "lineItemId")]
    [DataRow("lineItems", "line_item_ids")]
    [DataRow("companies", "companyID")]
    [DataRow("boxes", "box_id")]
    [DataRow("equipment", "equipmentId")]
    [DataRow("books", "books")]
    public void An_id_is_of_the_collection_that_it_names_however_the_words_are_joined(string collection, string member) =>
        Assert.IsTrue(Naming.IsCollectionOf(collection, member));

    [TestMethod]
    [DataRow("cases", "valid")]
    [DataRow("cases", "id")]
    [DataRow("cases", "Id")]
    [DataRow("cases", "_id")]
    [DataRow("cases", "bookId")]
    [DataRow("cases", "caseName")]
    public void What_names_no_id_of_it_is_none(string collection, string member) =>
        Assert.IsFalse(Naming.IsCollectionOf(collection, member));
}
