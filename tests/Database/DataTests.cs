using Microsoft.VisualStudio.TestTools.UnitTesting;
using TestKit.Databases.Proofs;

namespace Database;

[TestClass]
public sealed class DataTests : DatabaseTest
{
    [TestMethod]
    [DynamicData(nameof(MigrationCases.LaterVersions), typeof(MigrationCases))]
    public Task Rows_of_the_version_before_survive_a_migration(string service, string version) =>
        ProveAsync(MigrationProofs.DataKept, service, version);

    [TestMethod]
    [DynamicData(nameof(MigrationCases.LaterVersions), typeof(MigrationCases))]
    public Task Rows_of_the_version_before_survive_its_undo(string service, string version) =>
        ProveAsync(MigrationProofs.DataKeptByUndo, service, version);

    [TestMethod]
    [DynamicData(nameof(MigrationCases.LaterVersions), typeof(MigrationCases))]
    public Task A_service_of_the_version_before_works_on_the_new_schema(string service, string version) =>
        ProveAsync(MigrationProofs.VersionBefore, service, version);
}
