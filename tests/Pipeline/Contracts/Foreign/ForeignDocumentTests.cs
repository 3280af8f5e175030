using System.Text.Json;
using IntegrationSuite.TestKit.Contracts;
using IntegrationSuite.TestKit.Contracts.Checks;
using IntegrationSuite.TestKit.Contracts.Generation;
using IntegrationSuite.TestKit.Contracts.Matrix;

namespace Pipeline.Contracts.Foreign;

/// <summary>Valid OpenAPI documents of other authors: each file's name says the construct.</summary>
[TestClass]
public sealed class ForeignDocumentTests
{
    public static IEnumerable<string> Files =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Contracts", "Documents")).Select(file => Path.GetFileName(file));

    [TestMethod]
    [DynamicData(nameof(Files))]
    public void Its_operations_are_listed_with_what_they_promise(string file)
    {
        var document = Read(file);
        CollectionAssert.AreEquivalent(
            document.Operations.Select(operation => operation.ToString()).ToList(),
            ContractChecks
                .Of(document)
                .Select(each => each.Operation)
                .Distinct()
                .Concat(ContractChecks.LeftOut(document).Select(each => each.Operation))
                .ToList()
        );
    }

    [TestMethod]
    [DynamicData(nameof(Files))]
    public void What_is_made_as_valid_is_valid_and_what_is_broken_is_broken(string file)
    {
        var document = Read(file);
        foreach (var operation in document.Judged())
        {
            var (source, schema) = (InputSource.Of(operation, seed: 7), operation.InputSchema());
            foreach (var input in source.Valid)
            {
                Assert.IsEmpty(document.Breaches(schema, input), $"{operation}: {input.ToJsonString()}");
            }

            foreach (
                var (mutation, input) in Enum.GetValues<Mutation>()
                    .SelectMany(mutation => source.Broken(mutation).Select(input => (mutation, input)))
            )
            {
                Assert.IsNotEmpty(document.Breaches(schema, input), $"{operation}, {mutation}: {input.ToJsonString()}");
            }
        }
    }

    [TestMethod]
    [DynamicData(nameof(Files))]
    public void Its_rules_for_inputs_are_listed(string file) => JsonSerializer.Serialize(KeywordMatrix.Describe("foreign", Read(file)));

    [TestMethod]
    [DataRow("extref.json", "POST /x: its schema can't be used: ")]
    public void What_is_not_supported_is_named_with_its_operation(string file, string expected) =>
        Assert.StartsWith(expected, ContractChecks.LeftOut(Read(file)).Select(each => $"{each.Operation}: {each.Why}").First());

    [TestMethod]
    [DataRow("g-allof.json")]
    [DataRow("g-patplate.json")]
    [DataRow("g-recursiverequired.json")]
    [DataRow("pathlevel.json")]
    [DataRow("refbody.json")]
    [DataRow("refresp.json")]
    [DataRow("oas30.json")]
    [DataRow("range.json")]
    [DataRow("defaultresp.json")]
    [DataRow("charset.json")]
    [DataRow("arrayparam.json")]
    [DataRow("headerparam.json")]
    [DataRow("bodynoschema.json")]
    [DataRow("paramnoschema.json")]
    [DataRow("noresponses.json")]
    [DataRow("nopaths.json")]
    [DataRow("refresp2.json")]
    [DataRow("oas30b.json")]
    [DataRow("dotnet10-stock-openapi.json")]
    public void What_is_supported_leaves_no_operation_out(string file) => Assert.IsEmpty(ContractChecks.LeftOut(Read(file)));

    [TestMethod]
    public void One_operation_that_can_not_be_judged_leaves_the_others_in()
    {
        var document = Read("dotnet10-stock-openapi.json");
        Assert.IsNotEmpty(ContractChecks.Of(document), string.Join('\n', ContractChecks.LeftOut(document)));
    }

    [TestMethod]
    public void What_requires_another_of_itself_without_end_is_left_out()
    {
        var left = ContractChecks.LeftOut(
            ApiDocument.Parse(
                """
                {"openapi": "3.1.0", "paths": {"/a": {"post": {"requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/N"}}}}}}},
                 "components": {"schemas": {"N": {"type": "object", "required": ["n"], "properties": {"n": {"$ref": "#/components/schemas/N"}}}}}}
                """
            )
        );
        StringAssert.Contains(left.Single().Why, "without end");
    }

    internal static ApiDocument Read(string file) =>
        ApiDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Contracts", "Documents", file)));
}
