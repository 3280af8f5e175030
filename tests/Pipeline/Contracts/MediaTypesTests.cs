using System.Text.Json;
using IntegrationSuite.TestKit.Contracts;

namespace Pipeline.Contracts;

/// <summary>Which documented media type an answer's is (RFC 9110, 8.3.1 and 12.5.1).</summary>
[TestClass]
public sealed class MediaTypesTests
{
    [TestMethod]
    [DataRow("application/json", "Application/JSON; charset=UTF-8", "application/json")]
    [DataRow("application/json; charset=utf-8", "application/json", "application/json")]
    [DataRow("application/*", "application/problem+json", "application/*")]
    [DataRow("*/*", "font/woff", "*/*")]
    [DataRow("application/*+json", "application/hal+json", "application/*+json")]
    [DataRow("application/*,application/json,*/*", "application/json", "application/json")]
    [DataRow("application/json;v=1,application/json;v=2", "application/json; v=\"2\"", "application/json;v=2")]
    [DataRow("application/json;v=1,application/json", "application/json", "application/json")]
    public void It_is_the_narrowest_that_it_is_of(string documented, string type, string expected) =>
        Assert.AreEqual(expected, MediaTypes.Of(Content(documented), type)?.Name);

    [TestMethod]
    [DataRow("application/json", "application/problem+json")]
    [DataRow("application/*+json", "application/json")]
    [DataRow("application/json;v=1", "application/json")]
    [DataRow("text/*", "application/json")]
    public void It_is_none_of_them(string documented, string type) => Assert.IsNull(MediaTypes.Of(Content(documented), type));

    private static JsonElement Content(string documented) =>
        JsonSerializer.SerializeToElement(documented.Split(',').ToDictionary(MediaTypes.Normal, _ => new { }));
}
