using Microsoft.VisualStudio.TestTools.UnitTesting;
using TestKit.Databases;

namespace Database;

/// <summary>All that is proved of every migration of every service.</summary>
[TestClass]
public sealed class ProofTests : MigrationProofTests;
