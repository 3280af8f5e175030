using System.Globalization;
using System.Text.RegularExpressions;
using IntegrationSuite.Migrations.Files;
using IntegrationSuite.Migrations.History;
using IntegrationSuite.Migrations.Sql;
using Npgsql;

namespace IntegrationSuite.Migrations.Running;

/// <summary>A file, split into its statements.</summary>
internal sealed partial class SplitFile
{
    private readonly IReadOnlyList<SqlStatement> _statements;

    private SplitFile(MigrationFile file, IReadOnlyList<SqlStatement> statements)
    {
        File = file;
        _statements = statements;
    }

    public MigrationFile File { get; }

    /// <summary>Splits all files, before any runs.</summary>
    /// <exception cref="MigrationException">What cannot be split or would end the runner's transaction.</exception>
    public static IReadOnlyList<SplitFile> Read(IEnumerable<MigrationFile> files)
    {
        var problems = new List<MigrationProblem>();
        var scripts = files.Select(file => Read(file, problems)).ToList();
        return problems.Count == 0 ? scripts : throw new MigrationException(problems);
    }

    /// <summary>What to say of a file that could not be applied.</summary>
    /// <param name="error">PostgreSQL's error, or the index that is invalid.</param>
    /// <param name="index">Which statement, from 0; their number, or null, when it was the commit.</param>
    public MigrationProblem Describe(Exception error, int? index) =>
        error is PostgresException refusal
            ? Describe(refusal, index)
            : MigrationProblems.InvalidIndex(File, ((InvalidIndexException)error).Index);

    private MigrationProblem Describe(PostgresException error, int? index)
    {
        var statement = index is { } n && n < _statements.Count ? _statements[n] : null;
        var offset = statement is null
            ? (int?)null
            : RowOf(statement, error) ?? statement.Offset + (error.Position > 0 ? SqlPosition.OffsetOf(statement.Text, error.Position) : 0);
        var said = string.Join(
            " ",
            new[] { error.MessageText + $" ({error.SqlState}).", error.Detail, error.Hint }.Where(text => !string.IsNullOrEmpty(text))
        );
        return MigrationProblems.At(
            File,
            MigrationCodes.StatementFailed,
            $"{File.Name} failed: {said} {Advice(error, index ?? _statements.Count)}",
            offset
        );
    }

    /// <summary>Where the row stands that a COPY was refused for; null when the server names none.</summary>
    private static int? RowOf(SqlStatement statement, PostgresException error) =>
        statement.Rows is { } rows && CopiedLine().Match(error.Where ?? "") is { Success: true } match
            ? rows.Offset + SqlPosition.StartOf(rows.Text, int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture))
            : null;

    // "COPY notes, line 3, column id: …"
    [GeneratedRegex(@"^COPY [^\n]*?, line (?<line>\d{1,9})", RegexOptions.ExplicitCapture)]
    private static partial Regex CopiedLine();

    private string Advice(PostgresException error, int index) =>
        (File.IsTransactionEnabled, error.SqlState) switch
        {
            (false, _) =>
                $"It runs outside a transaction: its first {index} statements stay applied. Write it so that it can run again (DROP INDEX CONCURRENTLY IF EXISTS before CREATE INDEX CONCURRENTLY), or take them back by hand.",
            (_, PostgresErrorCodes.ActiveSqlTransaction) =>
                "Make '-- evolve-tx-off' the first line of the file: this statement cannot run in a transaction. Nothing of the file was applied.",
            _ => "Nothing of the file was applied. Correct it and run again.",
        };

    private static SplitFile Read(MigrationFile file, List<MigrationProblem> problems)
    {
        try
        {
            var statements = SqlSplitter.Split(file.Sql);
            problems.AddRange(
                statements
                    .Where(statement => statement.ControlsTransaction)
                    .Select(statement =>
                        MigrationProblems.At(
                            file,
                            MigrationCodes.UnreadableSql,
                            $"{statement.Opening.Split(' ')[0]} does not belong into a migration: each file is one transaction of the runner's. Remove it, or make '-- evolve-tx-off' the first line and run the statements one by one.",
                            statement.Offset
                        )
                    )
            );
            return new SplitFile(file, statements);
        }
        catch (SqlSyntaxException e)
        {
            problems.Add(MigrationProblems.At(file, MigrationCodes.UnreadableSql, $"{file.Name}: {e.Message}.", e.Offset));
            return new SplitFile(file, []);
        }
    }
}
