using Microsoft.VisualStudio.TestTools.UnitTesting;
using Npgsql;
using TestKit.Databases;
using TestKit.Databases.Seeding;

namespace Database;

/// <summary>Every constraint that a service's schema declares holds against direct SQL.</summary>
[TestClass]
public sealed class ConstraintTests : DatabaseTest
{
    [TestMethod]
    [DynamicData(nameof(MigrationCases.Services), typeof(MigrationCases))]
    public Task Not_null_columns_refuse_null(string service) =>
        EachIsRefusedAsync(service, Violations.OfNotNull, PostgresErrorCodes.NotNullViolation);

    [TestMethod]
    [DynamicData(nameof(MigrationCases.Services), typeof(MigrationCases))]
    public Task Foreign_keys_refuse_what_does_not_exist(string service) =>
        EachIsRefusedAsync(service, Violations.OfForeignKeys, PostgresErrorCodes.ForeignKeyViolation);

    [TestMethod]
    [DynamicData(nameof(MigrationCases.Services), typeof(MigrationCases))]
    public Task Unique_keys_refuse_a_second_row(string service) =>
        EachIsRefusedAsync(service, Violations.OfUniqueKeys, PostgresErrorCodes.UniqueViolation);

    [TestMethod]
    [DynamicData(nameof(MigrationCases.Services), typeof(MigrationCases))]
    public Task Checks_refuse_what_they_exclude(string service) =>
        EachIsRefusedAsync(service, Violations.OfChecks, PostgresErrorCodes.CheckViolation);

    [TestMethod]
    [DynamicData(nameof(MigrationCases.Services), typeof(MigrationCases))]
    public async Task Removing_a_row_that_others_refer_to_does_what_the_foreign_key_says(string service)
    {
        var database = await SeededAsync(service, version: null);
        foreach (var table in await Schema.ReadAsync(database.Source, Cancel))
        {
            foreach (var key in table.ForeignKeys.Where(key => key.References != table.Name))
            {
                var copy = await database.CloneAsync(Cancel);
                await using (copy)
                {
                    await AssertDeleteAsync(copy.Source, table, key);
                }
            }
        }
    }

    private async Task EachIsRefusedAsync(string service, Func<Table, IEnumerable<Violation>> violationsOf, string code)
    {
        var database = await SeededAsync(service, version: null);
        var holes = new List<string>();
        foreach (var violation in (await Schema.ReadAsync(database.Source, Cancel)).SelectMany(violationsOf))
        {
            if (!await IsRefusedAsync(database.Source, violation, code))
            {
                holes.Add($"{violation.What} is accepted: no attempt was refused by it, such as {violation.Attempts.First()}");
            }
        }

        Assert.IsEmpty(holes, string.Join(Environment.NewLine, holes));
    }

    private async Task<bool> IsRefusedAsync(NpgsqlDataSource database, Violation violation, string code)
    {
        foreach (var attempt in violation.Attempts)
        {
            var refusal = await database.RefusalAsync($"BEGIN; {attempt}; ROLLBACK", Cancel);
            if (refusal?.SqlState == code && (violation.Constraint is null || violation.Constraint == refusal.ConstraintName))
            {
                return true;
            }
        }

        return false;
    }

    private async Task AssertDeleteAsync(NpgsqlDataSource database, Table table, Constraint key)
    {
        var child = string.Join(", ", key.Columns.Select(SqlExtensions.QuoteName));
        var parent = string.Join(", ", key.ReferencedColumns.Select(SqlExtensions.QuoteName));
        var notNull = string.Join(" AND ", key.Columns.Select(column => $"{SqlExtensions.QuoteName(column)} IS NOT NULL"));
        async Task<long> ReferringAsync() => (await database.ListAsync<long>($"SELECT count(*) FROM {table.Name} WHERE {notNull}", Cancel)).Single();
        var before = await ReferringAsync();
        Assert.IsGreaterThan(0, before, $"No row of {table.Name} refers by {key.Name}: the proof proves nothing.");

        var refusal = await database.RefusalAsync($"DELETE FROM {key.References} WHERE ({parent}) IN (SELECT {child} FROM {table.Name})", Cancel);

        var guarded = key.OnDelete is 'a' or 'r';
        Assert.AreEqual(guarded, refusal is not null, $"{table.Name}.{key.Name} is {key.Definition}, but: {refusal?.MessageText ?? "the row was removed"}");
        Assert.AreEqual(guarded ? before : 0, await ReferringAsync(), $"{table.Name}.{key.Name} is {key.Definition}");
    }
}
