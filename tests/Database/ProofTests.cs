using IntegrationSuite.TestKit.Databases;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Database;

/// <summary>All that is proved of every migration of every service.</summary>
[TestClass]
public sealed class ProofTests : MigrationProofTests;
