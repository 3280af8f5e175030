using IntegrationSuite.TestKit;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Stock;

[TestClass]
public sealed class StockTests
{
    [TestMethod]
    [DataRow("api", "/weatherforecast", "temperatureC")]
    [DataRow("web", "/", "Hello World!")]
    public async Task Both_services_answer(string service, string path, string text)
    {
        using var http = new HttpClient();
        StringAssert.Contains(await http.GetStringAsync(new Uri(Suite.Url(service), path)), text);
    }
}
