using Microsoft.VisualStudio.TestTools.UnitTesting;
using TestKit.Databases.Proofs;

namespace Database;

/// <summary>Every constraint that a service's schema declares holds against direct SQL.</summary>
[TestClass]
public sealed class ConstraintTests : DatabaseTest
{
    [TestMethod]
    [DynamicData(nameof(MigrationCases.Services), typeof(MigrationCases))]
    public Task Not_null_columns_refuse_null(string service) => ProveAsync(MigrationProofs.NotNull, service);

    [TestMethod]
    [DynamicData(nameof(MigrationCases.Services), typeof(MigrationCases))]
    public Task Foreign_keys_refuse_what_does_not_exist(string service) => ProveAsync(MigrationProofs.ForeignKeys, service);

    [TestMethod]
    [DynamicData(nameof(MigrationCases.Services), typeof(MigrationCases))]
    public Task Unique_keys_refuse_a_second_row(string service) => ProveAsync(MigrationProofs.UniqueKeys, service);

    [TestMethod]
    [DynamicData(nameof(MigrationCases.Services), typeof(MigrationCases))]
    public Task Checks_refuse_what_they_exclude(string service) => ProveAsync(MigrationProofs.Checks, service);

    [TestMethod]
    [DynamicData(nameof(MigrationCases.Services), typeof(MigrationCases))]
    public Task Removing_a_row_that_others_refer_to_does_what_the_foreign_key_says(string service) =>
        ProveAsync(MigrationProofs.Deletion, service);
}
