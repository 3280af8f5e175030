using System.Text.RegularExpressions;
using IntegrationSuite.Migrations.Files;
using IntegrationSuite.TestKit.Databases.Seeding;
using static IntegrationSuite.TestKit.Databases.TestSql;

namespace IntegrationSuite.TestKit.Databases.Proofs;

/// <summary>
/// While a new version is rolled out, the service of the version before works on the new schema: it reads, changes, removes and
/// inserts the rows that it knows, naming the columns that it knows. What it no longer needs of its own schema, the migration says
/// in a comment <c>-- contract: table.column, why</c>.
/// </summary>
internal static partial class VersionBeforeProof
{
    public static async Task<string> FaultAsync(MigrationTrial trial, MigrationFile file)
    {
        var old = await trial.SeededAsync(trial.Before(file));
        var known = await Schema.ReadAsync(old.Source, trial.Cancel);
        var contract = Contract().Matches(file.Sql).Select(match => match.Groups["column"].Value).ToHashSet();
        var database = await trial.CloneAsync(old);
        await trial.UpAsync(database, file.Version);

        var now = await Schema.ReadAsync(database.Source, trial.Cancel);
        var faults = UnknownIn(contract, known).Concat(OtherTypes(contract, known, now)).ToList();
        return faults.Count > 0
            ? string.Join(Environment.NewLine, faults)
            : await new OlderService(old.Source, database.Source, trial.Cancel).WorkAsync([
                .. ParentsFirst(known, now).Select(table => ViewOf(table, contract, now)),
            ]);
    }

    /// <summary>By the foreign keys of the new schema: that rows come and go in their order is asked of every service.</summary>
    private static IEnumerable<Table> ParentsFirst(IReadOnlyList<Table> known, IReadOnlyList<Table> now) =>
        now.Select(table => known.FirstOrDefault(one => one.Name == table.Name)).OfType<Table>();

    /// <summary>What is gone it does not name; what became narrower it writes as the migration filled it.</summary>
    private static OlderView ViewOf(Table table, HashSet<string> contract, IReadOnlyList<Table> now)
    {
        var left = now.FirstOrDefault(one => one.Name == table.Name)?.Columns.Select(column => column.Name).ToHashSet() ?? [];
        return new OlderView(
            table.Name,
            [.. table.Writable.Where(column => left.Contains(column.Name)).Select(column => QuoteName(column.Name))],
            IsNarrowed: table.Columns.Any(column => contract.Contains(NameOf(table, column)) && left.Contains(column.Name))
        );
    }

    private static IEnumerable<string> UnknownIn(HashSet<string> contract, IReadOnlyList<Table> known) =>
        contract
            .Except(known.SelectMany(table => table.Columns.Select(column => NameOf(table, column))))
            .Select(column => $"'-- contract: {column}' names no column of the version before");

    private static IEnumerable<string> OtherTypes(HashSet<string> contract, IReadOnlyList<Table> known, IReadOnlyList<Table> now) =>
        from table in known
        from column in table.Columns
        let left = now.FirstOrDefault(one => one.Name == table.Name)?.Columns.FirstOrDefault(one => one.Name == column.Name)
        where left?.Type != column.Type && !(left is null && contract.Contains(NameOf(table, column)))
        select left is null
            ? $"{NameOf(table, column)} is gone, and no '-- contract:' comment says that the version before can do without it"
            : $"{NameOf(table, column)} is {left.Type} and was {column.Type}";

    /// <summary>As a comment names it: without the schema.</summary>
    private static string NameOf(Table table, Column column) => $"{table.Name.Split('.')[^1].Trim('"')}.{column.Name}";

    [GeneratedRegex(@"(?<=^|\r)-- contract:\s*(?<column>\w+\.\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Contract();
}
