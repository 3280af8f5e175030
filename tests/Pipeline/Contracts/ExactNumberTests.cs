using System.Text.Json;
using IntegrationSuite.TestKit.Contracts;

namespace Pipeline.Contracts;

/// <summary>Numbers of any size, held against bounds of any size.</summary>
[TestClass]
public sealed class ExactNumberTests
{
    [TestMethod]
    [DataRow("""{"type": "integer"}""", "1e400", true)]
    [DataRow("""{"type": "integer"}""", "1.0", true)]
    [DataRow("""{"type": "integer"}""", "1.5", false)]
    [DataRow("""{"type": "integer"}""", "15e-1", false)]
    [DataRow("""{"minimum": 0}""", "1e400", true)]
    [DataRow("""{"maximum": 1e308}""", "1e400", false)]
    [DataRow("""{"maximum": 1e400}""", "1e399", true)]
    [DataRow("""{"maximum": 0}""", "-1e400", true)]
    [DataRow("""{"exclusiveMaximum": 9007199254740993}""", "9007199254740992", true)]
    [DataRow("""{"exclusiveMaximum": 9007199254740993}""", "9007199254740993", false)]
    [DataRow("""{"minimum": 0.1}""", "0.10000000000000000000000000000000000001", true)]
    [DataRow("""{"maximum": 0.1}""", "0.10000000000000000000000000000000000001", false)]
    [DataRow("""{"multipleOf": 0.01}""", "19.99", true)]
    [DataRow("""{"multipleOf": 0.01}""", "19.995", false)]
    [DataRow("""{"multipleOf": 7}""", "7e1000000", true)]
    [DataRow("""{"multipleOf": 7}""", "1e1000000", false)]
    [DataRow("""{"multipleOf": 1e-8}""", "12391239123", true)]
    [DataRow("""{"minimum": -5}""", "\"text\"", true)]
    public void A_number_keeps_its_rule_or_breaks_it(string schema, string number, bool isKept) =>
        Assert.AreEqual(isKept, new SchemaValidator(default).Validate(Parse(schema), Parse(number)).Count == 0);

    private static JsonElement Parse(string text) => JsonDocument.Parse(text).RootElement;
}
