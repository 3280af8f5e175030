namespace Packages;

/// <summary><c>samples/existing</c>: a service as <c>dotnet new webapi</c> makes it, with Entity Framework Core, whose code does not know the suite.</summary>
[TestClass]
[DoNotParallelize]
public sealed class ExistingSampleTests
{
    [TestMethod]
    public async Task It_passes_with_its_own_migrations_its_coverage_in_the_gate_and_warnings_of_gates_that_only_warn()
    {
        var passed = await new Sample(SharedFeed.Feed, "existing", "existing").PassAsync("✓ shop", "warning SUITE307: ");
        Assert.IsGreaterThan(10, passed["Contracts"], "the test of its own, and those that are generated of each operation");
        Assert.AreEqual(2, passed["Performance"], "the latencies that its manifest asks for");
    }
}
