using IntegrationSuite.Migrations.Files;
using IntegrationSuite.TestKit.Databases.Seeding;
using Npgsql;
using static IntegrationSuite.TestKit.Databases.TestSql;

namespace IntegrationSuite.TestKit.Databases.Proofs;

/// <summary>Every constraint that a schema declares holds against direct SQL.</summary>
internal static class ConstraintProof
{
    public static Task<string> NotNullAsync(MigrationTrial trial, MigrationFile file) =>
        HolesAsync(trial, Violations.OfNotNull, PostgresErrorCodes.NotNullViolation);

    public static Task<string> ForeignKeysAsync(MigrationTrial trial, MigrationFile file) =>
        HolesAsync(trial, Violations.OfForeignKeys, PostgresErrorCodes.ForeignKeyViolation);

    public static Task<string> UniqueKeysAsync(MigrationTrial trial, MigrationFile file) =>
        HolesAsync(trial, Violations.OfUniqueKeys, PostgresErrorCodes.UniqueViolation);

    public static Task<string> ChecksAsync(MigrationTrial trial, MigrationFile file) =>
        HolesAsync(trial, Violations.OfChecks, PostgresErrorCodes.CheckViolation);

    /// <summary>What hangs on a removed row goes, stays or forbids it.</summary>
    public static async Task<string> DeletionAsync(MigrationTrial trial, MigrationFile file)
    {
        var faults = new List<string>();
        var database = await trial.SeededAsync(version: null);
        foreach (var table in await Schema.ReadAsync(database.Source, trial.Cancel))
        {
            foreach (var key in table.ForeignKeys.Where(key => key.References != table.Name))
            {
                var copy = await trial.CloneAsync(database);
                faults.Add(await DeletionFaultAsync(copy.Source, table, key, trial.Cancel));
            }
        }

        return string.Join(Environment.NewLine, faults.Where(fault => fault.Length > 0));
    }

    private static async Task<string> HolesAsync(MigrationTrial trial, Func<Table, IEnumerable<Violation>> violationsOf, string code)
    {
        var database = await trial.SeededAsync(version: null);
        var holes = new List<string>();
        foreach (var violation in (await Schema.ReadAsync(database.Source, trial.Cancel)).SelectMany(violationsOf))
        {
            if (!await IsRefusedAsync(database.Source, violation, code, trial.Cancel))
            {
                holes.Add($"{violation.What} is accepted: no attempt was refused by it, such as {violation.Attempts.First()}");
            }
        }

        return string.Join(Environment.NewLine, holes);
    }

    private static async Task<bool> IsRefusedAsync(NpgsqlDataSource database, Violation violation, string code, CancellationToken cancel)
    {
        foreach (var attempt in violation.Attempts)
        {
            var refusal = await database.RefusalAsync($"BEGIN; {attempt}; ROLLBACK", cancel);
            if (refusal?.SqlState == code && (violation.Constraint is null || violation.Constraint == refusal.ConstraintName))
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<string> DeletionFaultAsync(NpgsqlDataSource database, Table table, Constraint key, CancellationToken cancel)
    {
        var child = string.Join(", ", key.Columns.Select(QuoteName));
        var parent = string.Join(", ", key.ReferencedColumns.Select(QuoteName));
        var notNull = string.Join(" AND ", key.Columns.Select(column => $"{QuoteName(column)} IS NOT NULL"));
        async Task<long> ReferringAsync() =>
            (await database.ListAsync<long>($"SELECT count(*) FROM {table.Name} WHERE {notNull}", cancel)).Single();
        var before = await ReferringAsync();
        if (before == 0)
        {
            return $"No row of {table.Name} refers by {key.Name}: that proves nothing. Put rows into seed<version>.sql.";
        }

        var refusal = await database.RefusalAsync(
            $"DELETE FROM {key.References} WHERE ({parent}) IN (SELECT {child} FROM {table.Name})",
            cancel
        );

        var guarded = key.OnDelete is 'a' or 'r';
        return guarded == (refusal is not null) && await ReferringAsync() == (guarded ? before : 0)
            ? ""
            : $"{table.Name}.{key.Name} is {key.Definition}, but: {refusal?.MessageText ?? "the row was removed, and not all that hangs on it"}";
    }
}
