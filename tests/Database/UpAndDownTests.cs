using Microsoft.VisualStudio.TestTools.UnitTesting;
using TestKit.Databases.Proofs;

namespace Database;

[TestClass]
public sealed class UpAndDownTests : DatabaseTest
{
    [TestMethod]
    [DynamicData(nameof(MigrationCases.Versions), typeof(MigrationCases))]
    public Task A_version_applied_from_nothing_makes_what_its_file_declares(string service, string version) =>
        ProveAsync(MigrationProofs.Up, service, version);

    [TestMethod]
    [DynamicData(nameof(MigrationCases.Versions), typeof(MigrationCases))]
    public Task A_version_follows_the_one_before_without_a_gap(string service, string version) =>
        ProveAsync(MigrationProofs.NoGap, service, version);

    [TestMethod]
    [DynamicData(nameof(MigrationCases.Services), typeof(MigrationCases))]
    public Task Undone_to_nothing_the_catalogue_is_as_it_was_object_for_object(string service) =>
        ProveAsync(MigrationProofs.UndoToNothing, service);

    [TestMethod]
    [DynamicData(nameof(MigrationCases.Versions), typeof(MigrationCases))]
    public Task An_undo_takes_back_exactly_its_version(string service, string version) =>
        ProveAsync(MigrationProofs.UndoIsExact, service, version);

    [TestMethod]
    [DynamicData(nameof(MigrationCases.Versions), typeof(MigrationCases))]
    public Task Up_down_and_up_again_is_the_same_as_up(string service, string version) =>
        ProveAsync(MigrationProofs.RoundTrip, service, version);

    [TestMethod]
    [DynamicData(nameof(MigrationCases.Services), typeof(MigrationCases))]
    public Task A_second_run_changes_nothing(string service) => ProveAsync(MigrationProofs.Idempotence, service);

    [TestMethod]
    [DynamicData(nameof(MigrationCases.Services), typeof(MigrationCases))]
    public Task A_repeatable_whose_text_changes_runs_over_what_it_made_before(string service) =>
        ProveAsync(MigrationProofs.Repeatables, service);
}
