using System.Net.Http.Json;

[TestClass]
public sealed class ProductTests : ServiceTest
{
    [TestMethod]
    public async Task A_product_that_is_added_is_listed()
    {
        using var added = await Client("shop").PostAsJsonAsync("/products", new { name = "tea" }, Cancel);
        Assert.AreEqual(201, (int)added.StatusCode);
        StringAssert.Contains(await Client("shop").GetStringAsync("/products", Cancel), "tea");
    }
}
