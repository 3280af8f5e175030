using System.Text.RegularExpressions;
using IntegrationSuite.Migrations.Files;
using IntegrationSuite.Migrations.Sql;

namespace IntegrationSuite.TestKit.Databases.Proofs;

/// <summary>No migration shuts writers out of a table while it builds an index there (PostgreSQL, "Building Indexes Concurrently"). On a table that the same file makes nobody writes yet.</summary>
internal static partial class PlainIndexProof
{
    public static async Task<string> FaultAsync(MigrationTrial trial, MigrationFile file)
    {
        var before = await trial.CatalogueAt(trial.Before(file));
        return string.Join(
            Environment.NewLine,
            SqlSplitter
                .Split(file.Sql)
                .Select(statement => (statement.Text, Table: Plain().Match(statement.Text).Groups["table"].Value))
                .Where(index =>
                    index.Table.Length > 0 && before.Lines.Any(new DeclaredObjects("table", index.Table.Split('.')[^1].Trim('"')).IsIn)
                )
                .Select(index =>
                    $"'{index.Text}' shuts writers out of {index.Table} until it is built. Build it CONCURRENTLY, in a file that begins with '-- evolve-tx-off'."
                )
        );
    }

    [GeneratedRegex(
        @"^CREATE\s+(UNIQUE\s+)?INDEX\s+(?!CONCURRENTLY\b)(IF\s+NOT\s+EXISTS\s+)?([\w.""]+\s+)??ON\s+(ONLY\s+)?(?<table>[\w.""]+)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Plain();
}
