using Microsoft.VisualStudio.TestTools.UnitTesting;
using TestKit.Databases.Proofs;

namespace Database;

[TestClass]
public sealed class FailureTests : DatabaseTest
{
    [TestMethod]
    [DynamicData(nameof(MigrationCases.Versions), typeof(MigrationCases))]
    public Task A_failing_statement_leaves_a_row_that_says_so_and_no_harm(string service, string version) =>
        ProveAsync(MigrationProofs.Rollback, service, version);

    [TestMethod]
    [DynamicData(nameof(MigrationCases.Versions), typeof(MigrationCases))]
    public Task A_runner_killed_at_any_statement_leaves_what_the_next_one_brings_to_the_end(string service, string version) =>
        ProveAsync(MigrationProofs.Killed, service, version);

    [TestMethod]
    [DynamicData(nameof(MigrationCases.Versions), typeof(MigrationCases))]
    public Task An_index_whose_building_was_cut_short_is_built_again(string service, string version) =>
        ProveAsync(MigrationProofs.IndexCutShort, service, version);

    [TestMethod]
    [DynamicData(nameof(MigrationCases.Services), typeof(MigrationCases))]
    public Task Of_eight_runners_at_once_one_migrates_and_seven_find_nothing_to_do(string service) =>
        ProveAsync(MigrationProofs.Concurrency, service);
}
