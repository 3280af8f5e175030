using IntegrationSuite.Migrations.Sql;
using Npgsql;

namespace IntegrationSuite.Migrations.Running;

/// <summary>Runs scripts on one connection, statement after statement, and leaves the session's settings and role as it found them.</summary>
internal sealed class StatementRunner(NpgsqlConnection connection, CancellationToken cancel)
{
    /// <summary>The first statement that the server refused, of all scripts; null when it refused none.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Runs a script.</summary>
    /// <param name="script">Its text.</param>
    /// <param name="oneByOne">Not as one batch, which outside of a transaction would be one itself: <c>CREATE INDEX CONCURRENTLY</c> refuses that.</param>
    /// <param name="timeout">For each statement, in seconds; 0 is none.</param>
    /// <returns>How many rows it inserted, changed and removed.</returns>
    /// <exception cref="PostgresException">The server refused a statement.</exception>
    /// <exception cref="InvalidIndexException">It ran, and an index that it names is invalid.</exception>
    public async Task<int> RunAsync(string script, bool oneByOne, int timeout = 0)
    {
        var (rows, done) = (0, 0);
        foreach (var part in Parts(SqlSplitter.Split(script), oneByOne))
        {
            try
            {
                rows += part.Rows is null ? await ExecuteAsync(part.Statements, timeout) : await CopyAsync(part.Statements[0], part.Rows);
            }
            catch (PostgresException e)
            {
                var within = Array.FindIndex(
                    part.Statements,
                    statement => ReferenceEquals(statement, (e.BatchCommand as NpgsqlBatchCommand)?.CommandText)
                );
                Refusal ??= new Refusal(e, script, done + Math.Max(0, within));
                throw;
            }

            done += part.Statements.Length;
        }

        if (await InvalidIndexes.FindAsync(connection, script, cancel) is { } invalid)
        {
            Refusal ??= new Refusal(invalid, script, done);
            throw invalid;
        }

        return rows;
    }

    /// <summary>What is sent at a time: a COPY with its rows always alone.</summary>
    private static IEnumerable<(string[] Statements, string? Rows)> Parts(IReadOnlyList<SqlStatement> statements, bool oneByOne)
    {
        var batch = new List<string>();
        foreach (var statement in statements)
        {
            if (!oneByOne && statement.Rows is null)
            {
                batch.Add(statement.Text);
                continue;
            }

            if (batch.Count > 0)
            {
                yield return ([.. batch], null);
                batch.Clear();
            }

            yield return ([statement.Text], statement.Rows?.Text);
        }

        string[] asFound = ["RESET ROLE", "RESET ALL"]; // a file's SETs must not reach the next
        // What waits for the commit fails here: Evolve records no failed commit.
        yield return (oneByOne ? asFound : [.. batch, "SET CONSTRAINTS ALL IMMEDIATE", .. asFound], null);
    }

    private async Task<int> CopyAsync(string statement, string rows)
    {
        await using var writer = await connection.BeginTextImportAsync(statement, cancel);
        await writer.WriteAsync(rows.AsMemory(), cancel);
        return 0; // the server tells no number
    }

    private async Task<int> ExecuteAsync(string[] statements, int timeout)
    {
        await using var batch = new NpgsqlBatch(connection) { Timeout = timeout };
        foreach (var statement in statements)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(statement));
        }

        return await batch.ExecuteNonQueryAsync(cancel);
    }
}

/// <summary>A statement that the server refused, or a script that left an invalid index.</summary>
/// <param name="Error">A <see cref="PostgresException"/> or an <see cref="InvalidIndexException"/>.</param>
/// <param name="Script">The script's text.</param>
/// <param name="Statement">Which of its statements, from 0; their number when it was what waits for the commit.</param>
internal sealed record Refusal(Exception Error, string Script, int Statement);
