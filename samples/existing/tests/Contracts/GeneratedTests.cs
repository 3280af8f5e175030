using IntegrationSuite.TestKit.Contracts;

[TestClass]
public sealed class GeneratedTests : GeneratedContractTests;
