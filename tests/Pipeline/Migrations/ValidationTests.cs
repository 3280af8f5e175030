using IntegrationSuite.Migrations;
using IntegrationSuite.Migrations.History;

namespace Pipeline.Migrations;

[TestClass]
public sealed class ValidationTests : MigratorTest
{
    [TestMethod]
    public async Task A_file_that_was_changed_after_it_was_applied_is_named()
    {
        await AppliedAsync();
        Given("V1__a.sql", "CREATE TABLE a (id bigint)");

        await ExpectAsync(MigrationCodes.Changed, "V1__a.sql");
    }

    [TestMethod]
    public async Task Other_line_ends_and_a_byte_order_mark_are_no_change()
    {
        Given("V1__a.sql", "CREATE TABLE a\n(id int);\n");
        await UpAsync();
        Given("V1__a.sql", "\uFEFFCREATE TABLE a\r\n(id int);\r\n");

        Assert.IsEmpty(await Migrator().ValidateAsync(Cancel));
    }

    [TestMethod]
    public async Task An_applied_file_that_is_gone_is_named()
    {
        await AppliedAsync();
        Remove("V1__a.sql");

        await ExpectAsync(MigrationCodes.Missing, "V1__a.sql");
    }

    [TestMethod]
    public async Task A_pending_file_before_an_applied_one_is_named()
    {
        await AppliedAsync();
        Given("V2__late.sql", "CREATE TABLE late (id int)");

        await ExpectAsync(MigrationCodes.OutOfOrder, "V2__late.sql");
    }

    [TestMethod]
    public async Task A_repair_takes_changed_files_for_what_was_applied()
    {
        await AppliedAsync();
        Given("V1__a.sql", "CREATE TABLE a (id bigint)");

        var repaired = await Migrator().RepairAsync(Cancel);

        Assert.AreEqual("V1__a.sql", repaired.Files.Single().Name);
        Assert.IsEmpty(await Migrator().ValidateAsync(Cancel));
        Assert.IsEmpty((await Migrator().RepairAsync(Cancel)).Files);
    }

    [TestMethod]
    public async Task A_repair_is_refused_while_an_applied_file_is_gone()
    {
        await AppliedAsync();
        Remove("V3__c.sql");

        Assert.AreEqual(MigrationCodes.Missing, (await ProblemOfAsync(() => Migrator().RepairAsync(Cancel))).Code);
    }

    [TestMethod]
    public async Task A_file_may_get_another_description()
    {
        await AppliedAsync();
        Remove("V1__a.sql");
        Given("V1__better_words.sql", "CREATE TABLE a (id int)");

        Assert.IsEmpty(await Migrator().ValidateAsync(Cancel));
    }

    [TestMethod]
    public async Task Info_tells_where_each_migration_stands()
    {
        await AppliedAsync();
        Given("V1__a.sql", "CREATE TABLE a (id bigint)")
            .With("V2__late.sql", "SELECT 1")
            .With("V4__d.sql", "SELECT 1")
            .With("R__v.sql", "SELECT 1")
            .With("U4__d.sql", "SELECT 1");
        Remove("V3__c.sql");

        var info = await Migrator().InfoAsync(Cancel);

        CollectionAssert.AreEqual(
            new[] { "V1__a.sql Changed", "V2__late.sql OutOfOrder", "V3__c.sql Missing", "V4__d.sql Pending", "R__v.sql Pending" },
            info.Select(row => $"{row.Name} {row.State}").ToArray()
        );
        Assert.AreEqual("V4__d.sql", info.Single(row => row.CanUndo).Name);
        Assert.IsNotNull(info[0].InstalledOn);
    }

    [TestMethod]
    public async Task A_plan_runs_nothing()
    {
        Given("V1__a.sql", "CREATE TABLE a (id int)");

        var plan = await Migrator().PlanUpAsync(cancel: Cancel);

        Assert.AreEqual("V1__a.sql", plan.Files.Single().Name);
        Assert.AreEqual(MigrationState.Pending, (await Migrator().InfoAsync(Cancel)).Single().State);
        Assert.IsEmpty(await Database.ListAsync<string>("SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'"));
    }

    private async Task AppliedAsync()
    {
        Given("V1__a.sql", "CREATE TABLE a (id int)").With("V3__c.sql", "CREATE TABLE c (id int)");
        await UpAsync();
    }

    /// <summary>Validation and the run itself say the same.</summary>
    private async Task ExpectAsync(string code, string file)
    {
        var found = (await Migrator().ValidateAsync(Cancel)).Single();
        Assert.AreEqual(code, found.Code);
        StringAssert.Contains(found.Message, file);
        Assert.AreEqual(found, await ProblemOfAsync(() => UpAsync()));
    }
}
