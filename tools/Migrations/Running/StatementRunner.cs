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
    public async Task<int> RunAsync(string script, bool oneByOne, int timeout = 0)
    {
        var statements = SqlSplitter.Split(script);
        var rows = 0;
        foreach (var (n, part) in Parts(statements, oneByOne).Index())
        {
            try
            {
                rows += await ExecuteAsync(part, timeout);
            }
            catch (PostgresException e)
            {
                var within = Array.FindIndex(
                    part,
                    statement => ReferenceEquals(statement, (e.BatchCommand as NpgsqlBatchCommand)?.CommandText)
                );
                Refusal ??= new Refusal(e, script, n + Math.Max(0, within));
                throw;
            }
        }

        return rows;
    }

    /// <summary>What is sent at a time.</summary>
    private static IEnumerable<string[]> Parts(IReadOnlyList<SqlStatement> statements, bool oneByOne)
    {
        var texts = statements.Select(statement => statement.Text);
        string[] asFound = ["RESET ROLE", "RESET ALL"]; // a file's SETs must not reach the next
        return oneByOne
            ? [.. texts.Select(text => new[] { text }), asFound]
            :
            [
                [.. texts, "SET CONSTRAINTS ALL IMMEDIATE", .. asFound],
            ]; // what waits for the commit fails here: Evolve records no failed commit
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

/// <summary>A statement that the server refused.</summary>
/// <param name="Error">What it said.</param>
/// <param name="Script">The script's text.</param>
/// <param name="Statement">Which of its statements, from 0; their number when it was what waits for the commit.</param>
internal sealed record Refusal(PostgresException Error, string Script, int Statement);
