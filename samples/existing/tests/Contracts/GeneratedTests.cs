using TestKit.Contracts;

[TestClass]
public sealed class GeneratedTests : GeneratedContractTests;
