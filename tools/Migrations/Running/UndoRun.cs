using System.Diagnostics;
using IntegrationSuite.Migrations.History;
using Npgsql;

namespace IntegrationSuite.Migrations.Running;

/// <summary>Takes versions back, which Evolve can't, on a connection that holds the lock.</summary>
internal sealed class UndoRun(NpgsqlConnection connection, Changelog changelog, CancellationToken cancel)
{
    private readonly StatementRunner _runner = new(connection, cancel);

    /// <summary>Runs an undo file and removes its version's rows, in one transaction unless the file says otherwise.</summary>
    /// <exception cref="MigrationException">A statement failed. Nothing was undone, unless the file runs outside of a transaction.</exception>
    public async Task<MigrationStep> UndoAsync(SplitFile script, IEnumerable<int> rows)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            await using var transaction = script.File.IsTransactionEnabled ? await connection.BeginTransactionAsync(cancel) : null;
            await _runner.RunAsync(script.File.Sql, oneByOne: transaction is null);
            await changelog.ForgetAsync(rows, cancel);
            await (transaction?.CommitAsync(cancel) ?? Task.CompletedTask);
        }
        catch (Exception e) when (e is PostgresException or InvalidIndexException)
        {
            throw new MigrationException(script.Describe(e, _runner.Refusal?.Statement), e);
        }

        return new MigrationStep(script.File, clock.Elapsed);
    }
}
