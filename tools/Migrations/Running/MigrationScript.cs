using Migrations.Files;
using Migrations.Sql;
using Npgsql;

namespace Migrations.Running;

/// <summary>A file, split into its statements.</summary>
internal sealed class MigrationScript
{
    private readonly IReadOnlyList<SqlStatement> _statements;

    private MigrationScript(MigrationFile file, IReadOnlyList<SqlStatement> statements)
    {
        File = file;
        _statements = statements;
        Commands = [.. statements.Select(statement => new NpgsqlBatchCommand(statement.Text))];
    }

    public MigrationFile File { get; }

    public IReadOnlyList<NpgsqlBatchCommand> Commands { get; }

    /// <summary>Splits all files, before any runs.</summary>
    /// <exception cref="MigrationException">What cannot be split or would end the runner's transaction.</exception>
    public static IReadOnlyList<MigrationScript> Read(IEnumerable<MigrationFile> files)
    {
        var problems = new List<MigrationProblem>();
        var scripts = files.Select(file => Read(file, problems)).ToList();
        return problems.Count == 0 ? scripts : throw new MigrationException(problems);
    }

    /// <summary>What to say of a statement that PostgreSQL refused.</summary>
    /// <param name="error">PostgreSQL's error.</param>
    /// <param name="running">The statement that ran; null when it was the commit.</param>
    public MigrationProblem Describe(PostgresException error, NpgsqlBatchCommand? running)
    {
        var index = Commands.TakeWhile(command => command != running).Count();
        var statement = index < _statements.Count ? _statements[index] : null;
        var offset = statement is null ? (int?)null : statement.Offset + (error.Position > 0 ? SqlPosition.OffsetOf(statement.Text, error.Position) : 0);
        var said = string.Join(" ", new[] { error.MessageText + $" ({error.SqlState}).", error.Detail, error.Hint }.Where(text => !string.IsNullOrEmpty(text)));
        return At(File, MigrationCodes.StatementFailed, $"{File.Name} failed: {said} {Advice(error, index)}", offset);
    }

    private string Advice(PostgresException error, int index) => (File.OutsideTransaction, error.SqlState) switch
    {
        (true, _) => $"It runs outside a transaction: its first {index} statements stay applied. Write it so that it can run again (DROP INDEX CONCURRENTLY IF EXISTS before CREATE INDEX CONCURRENTLY), or take them back by hand.",
        (_, PostgresErrorCodes.ActiveSqlTransaction) => "Make '-- evolve-tx-off' the first line of the file: this statement cannot run in a transaction. Nothing of the file was applied.",
        _ => "Nothing of the file was applied. Correct it and run again.",
    };

    private static MigrationScript Read(MigrationFile file, List<MigrationProblem> problems)
    {
        try
        {
            var statements = SqlSplitter.Split(file.Text);
            problems.AddRange(statements.Where(statement => statement.ControlsTransaction).Select(statement => At(
                file,
                MigrationCodes.UnreadableSql,
                $"{statement.Opening.Split(' ')[0]} does not belong into a migration: each file is one transaction of the runner's. Remove it, or make '-- evolve-tx-off' the first line and run the statements one by one.",
                statement.Offset)));
            return new MigrationScript(file, statements);
        }
        catch (SqlSyntaxException e)
        {
            problems.Add(At(file, MigrationCodes.UnreadableSql, $"{file.Name}: {e.Message}.", e.Offset));
            return new MigrationScript(file, []);
        }
    }

    private static MigrationProblem At(MigrationFile file, string code, string message, int? offset)
    {
        (int Line, int Column)? position = offset is { } known ? SqlPosition.LineOf(file.Text, known) : null;
        return new MigrationProblem(code, message, file.Path, position?.Line, position?.Column);
    }
}
