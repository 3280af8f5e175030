using System.Globalization;
using IntegrationSuite.Migrations.Files;
using IntegrationSuite.Migrations.History;
using IntegrationSuite.Migrations.Running;

namespace IntegrationSuite.ServiceHost.Commands;

/// <summary>What <c>servicehost migrate</c> tells a person.</summary>
internal static class MigrateText
{
    private const string NoStatement = "there is no statement in it";

    /// <summary>What would run: SQL, with comments that say of which file it is, for reading or for another tool. The changelog is not in it.</summary>
    public static string Of(MigrationPlan plan) =>
        plan.Files.Count == 0
            ? "-- There is nothing to do."
            : Lines(
                plan.Files.SelectMany(file =>
                    new[]
                    {
                        $"-- {file.Name} ({(file.IsEmpty ? NoStatement : file.IsTransactionEnabled ? "in one transaction" : "statement by statement")})",
                        Closed(file.Sql.TrimEnd()),
                        "",
                    }
                ),
                "-- Nothing was changed."
            );

    /// <summary>What ran.</summary>
    public static string Of(MigrationReport report) =>
        report.Steps.Count == 0
            ? "There is nothing to do."
            : Lines(
                report.Steps.Select(step =>
                    "✓ "
                    + step.File.Name
                    + (step.Elapsed is { } took ? $" ({took.TotalMilliseconds:0} ms)" : "")
                    + (step.File.IsEmpty ? $": {NoStatement}" : "")
                )
            );

    /// <summary>Files and database agree; of a file without a statement that is said all the same.</summary>
    public static string OfAgreement(MigrationFolder folder) =>
        Lines([
            "Files and database agree.",
            .. folder
                .Versioned.Concat(folder.Repeatable)
                .Concat(folder.Undo)
                .Where(file => file.IsEmpty)
                .Select(file => $"– {file.Name}: {NoStatement}"),
        ]);

    /// <summary>Whose checksums were put right.</summary>
    public static string OfRepair(MigrationPlan repaired) =>
        repaired.Files.Count == 0
            ? "There is nothing to repair."
            : Lines(repaired.Files.Select(file => $"✓ {file.Name} counts as applied as it is now"));

    /// <summary>Where each stands, as a table.</summary>
    public static string Of(IReadOnlyList<MigrationInfo> infos)
    {
        string[] head = ["Version", "File", "State", "Applied (server's time)", "By", "Undo"];
        return TextTable.Of([head, .. infos.Select(Row)]);
    }

    private static string[] Row(MigrationInfo info) =>
        [
            info.Version?.Label ?? "R",
            info.Name,
            Words(info.State),
            info.InstalledOn?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "-",
            info.InstalledBy ?? "-",
            info.Version is null ? "-"
            : info.CanUndo ? "yes"
            : "no",
        ];

    /// <summary>The next file's first statement must not go on with this one's last. On a line of its own: the last may end in a comment.</summary>
    private static string Closed(string sql) => sql.EndsWith(';') ? sql : sql + Environment.NewLine + ";";

    private static string Words(MigrationState state) =>
        state switch
        {
            MigrationState.OutOfOrder => "out of order",
            MigrationState.BeforeStart => "before start",
            _ => state.ToString().ToLowerInvariant(),
        };

    private static string Lines(IEnumerable<string> lines, params string[] more) => string.Join(Environment.NewLine, lines.Concat(more));
}
