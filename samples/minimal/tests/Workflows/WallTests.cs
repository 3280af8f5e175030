using System.Net.Http.Json;

[TestClass]
public sealed class WallTests
{
    [TestMethod]
    public async Task A_note_appears_on_the_wall()
    {
        using var http = new HttpClient();
        await http.PostAsJsonAsync(new Uri(Suite.Url("notes"), "/notes"), "buy milk");
        StringAssert.Contains(await http.GetStringAsync(Suite.Url("wall")), "buy milk");
    }
}
