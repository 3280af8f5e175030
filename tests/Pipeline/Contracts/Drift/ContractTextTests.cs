using IntegrationSuite.TestKit.Contracts.Drift;

namespace Pipeline.Contracts.Drift;

[TestClass]
public sealed class ContractTextTests
{
    [TestMethod]
    public void The_order_of_members_and_of_sets_does_not_show() =>
        Assert.AreEqual(
            ContractText.Of("""{"paths": {"/b": 1, "/a": {"required": ["x", "y"], "type": ["null", "string"]}}}"""),
            ContractText.Of("""{"paths": {"/a": {"type": ["string", "null"], "required": ["y", "x"]}, "/b": 1}}""")
        );

    [TestMethod]
    public void The_order_of_lists_does() =>
        Assert.AreNotEqual(ContractText.Of("""{"tags": ["a", "b"]}"""), ContractText.Of("""{"tags": ["b", "a"]}"""));

    [TestMethod]
    public void Text_reads_as_it_was_written() =>
        Assert.AreEqual("{\n  \"title\": \"Größe <§>\"\n}\n", ContractText.Of("""{"title": "Größe <§>"}"""));
}
