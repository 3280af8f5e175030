using IntegrationSuite.TestKit.Contracts;

namespace Contracts.Generated;

/// <summary>No service is named here: whoever adds an operation has it checked.</summary>
[TestClass]
public sealed class GeneratedTests : GeneratedContractTests;
