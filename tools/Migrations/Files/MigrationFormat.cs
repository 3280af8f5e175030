using System.Text.RegularExpressions;
using EvolveDb.Migration;
using IntegrationSuite.Migrations.Sql;

namespace IntegrationSuite.Migrations.Files;

/// <summary>How a tool names its files, and what it makes one transaction. Our runner takes them as that tool would.</summary>
public sealed partial class MigrationFormat
{
    private static readonly string[] s_outsideOfTransactions =
    [
        "VACUUM",
        "ALTER SYSTEM",
        "CREATE DATABASE",
        "DROP DATABASE",
        "CREATE TABLESPACE",
    ];

    private readonly Func<string, MigrationName?> _nameOf;
    private readonly Func<string, string> _adapt;

    private MigrationFormat(string name, Func<string, MigrationName?> nameOf, Func<string, string> adapt) =>
        (Name, _nameOf, _adapt) = (name, nameOf, adapt);

    /// <summary><c>V1__what.sql</c>, <c>U1__what.sql</c>, <c>R__what.sql</c>; another name is an error.</summary>
    public static MigrationFormat Evolve { get; } = new("evolve", MigrationName.TryParse, text => text);

    /// <summary>The same names; others are callbacks and the like. A file that PostgreSQL does not take in a transaction runs without one.</summary>
    public static MigrationFormat Flyway { get; } = new("flyway", MigrationName.TryParse, Detached);

    /// <summary><c>1_what.up.sql</c> and <c>1_what.down.sql</c>; other names are passed over. A <c>BEGIN</c> … <c>COMMIT</c> around all of a file is the runner's transaction.</summary>
    public static MigrationFormat GolangMigrate { get; } = new("golang-migrate", GolangName, text => Detached(Unwrapped(text)));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MigrationFormat> All { get; } = [Evolve, Flyway, GolangMigrate];

    /// <summary>Its name in the manifest.</summary>
    public string Name { get; }

    /// <summary>Whether the suite applies the files to a service's database. A team that keeps another tool applies them by that.</summary>
    public bool IsOurs => this == Evolve;

    /// <summary>The one of a name.</summary>
    /// <param name="name">Null is Evolve's.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static MigrationFormat Of(string? name) =>
        name is null
            ? Evolve
            : All.FirstOrDefault(format => format.Name == name) ?? throw new ArgumentException($"'{name}' is no format.", nameof(name));

    /// <summary>What a file's name says; null when it is not one of the tool's.</summary>
    internal MigrationName? NameOf(string fileName) => _nameOf(fileName);

    /// <summary>The text as our runner is to take it: each line and column stays, but for a line before the first.</summary>
    internal string Adapt(string text) => _adapt(text);

    /// <summary>How the undo of a version is called.</summary>
    internal string UndoNameOf(MigrationVersion version) =>
        this == GolangMigrate ? $"{version}_<words>.down.sql" : $"U{version}__<words>.sql";

    private static MigrationName? GolangName(string fileName) =>
        Golang().Match(fileName) is { Success: true } match
        && VersionLabel.TryParse(match.Groups["version"].Value) is { } version
        && version > MigrationVersion.MinVersion
            ? new(
                match.Groups["way"].Value == "up" ? MigrationKind.Versioned : MigrationKind.Undo,
                version,
                match.Groups["words"].Value.Replace('_', ' ')
            )
            : null;

    private static string Detached(string text) =>
        !text.StartsWith(MigrationFile.Detached, StringComparison.Ordinal) && Statements(text).Any(IsForNoTransaction)
            ? $"{MigrationFile.Detached}\n{text}"
            : text;

    private static bool IsForNoTransaction(SqlStatement statement) =>
        ConcurrentIndex().IsMatch(statement.Text)
        || s_outsideOfTransactions.Any(words => $"{statement.Opening} ".StartsWith(words + " ", StringComparison.Ordinal));

    /// <summary>Without the words that begin and end its one transaction: blanks are in their place.</summary>
    private static string Unwrapped(string text)
    {
        var statements = Statements(text);
        return
            statements
                is [
                    { Opening: "BEGIN" or "BEGIN TRANSACTION" or "START TRANSACTION" } first,
                    ..,
                    { Opening: "COMMIT" or "END" or "COMMIT TRANSACTION" } last,
                ]
            && statements.Count(statement => statement.ControlsTransaction) == 2
            ? Blanked(Blanked(text, first), last)
            : text;
    }

    private static string Blanked(string text, SqlStatement statement) =>
        text[..statement.Offset] + new string(' ', statement.Text.Length) + text[(statement.Offset + statement.Text.Length)..];

    // What can't be split is told of when it is to run.
    private static IReadOnlyList<SqlStatement> Statements(string text)
    {
        try
        {
            return SqlSplitter.Split(text);
        }
        catch (SqlSyntaxException)
        {
            return [];
        }
    }

    [GeneratedRegex(@"^(?<version>\d+)_(?<words>.+)\.(?<way>up|down)\.sql$", RegexOptions.ExplicitCapture)]
    private static partial Regex Golang();

    [GeneratedRegex(
        @"^(CREATE\s+(UNIQUE\s+)?INDEX|DROP\s+INDEX|REINDEX\b.*)\s+CONCURRENTLY\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ConcurrentIndex();
}
