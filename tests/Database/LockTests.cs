using Microsoft.VisualStudio.TestTools.UnitTesting;
using TestKit.Databases.Proofs;

namespace Database;

[TestClass]
public sealed class LockTests : DatabaseTest
{
    [TestMethod]
    [DynamicData(nameof(MigrationCases.LaterVersions), typeof(MigrationCases))]
    public Task No_migration_locks_out_the_readers_of_a_large_table_for_long(string service, string version) =>
        ProveAsync(MigrationProofs.Locks, service, version);

    [TestMethod]
    [DynamicData(nameof(MigrationCases.LaterVersions), typeof(MigrationCases))]
    public Task No_migration_locks_out_the_writers_of_a_table_while_it_builds_an_index(string service, string version) =>
        ProveAsync(MigrationProofs.PlainIndexes, service, version);
}
