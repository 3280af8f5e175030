using IntegrationSuite.TestKit.Contracts;

namespace Contracts.Drift;

/// <summary>The contracts of the reference services are reviewed with the change that moves them.</summary>
[TestClass]
public sealed class OpenApiFileTests : ContractFileTests;
