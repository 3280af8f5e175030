using System.Diagnostics;
using Migrations.Files;
using Migrations.History;
using Npgsql;

namespace Migrations.Running;

/// <summary>Runs a file together with its entry in the changelog.</summary>
internal sealed class ScriptRunner(NpgsqlConnection connection, Changelog changelog)
{
    /// <summary>Applies a file.</summary>
    /// <exception cref="MigrationException">A statement failed; the changelog says so, with <c>success = false</c>.</exception>
    public async Task<MigrationStep> ApplyAsync(MigrationScript script, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            await RunAsync(script, () => changelog.Record(script.File, clock.Elapsed, success: true), cancel);
        }
        catch (MigrationException) when (connection.State == System.Data.ConnectionState.Open)
        {
            await ExecuteAsync([changelog.Record(script.File, clock.Elapsed, success: false)], cancel);
            throw;
        }

        return new MigrationStep(script.File, clock.Elapsed);
    }

    /// <summary>Undoes a version: its undo file and the removal of its rows.</summary>
    /// <exception cref="MigrationException">A statement failed; nothing was undone.</exception>
    public async Task<MigrationStep> UndoAsync(MigrationScript script, IEnumerable<int> rows, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        await RunAsync(script, () => changelog.Forget(rows), cancel);
        return new MigrationStep(script.File, clock.Elapsed);
    }

    private async Task RunAsync(MigrationScript script, Func<NpgsqlBatchCommand> entry, CancellationToken cancel)
    {
        try
        {
            if (script.File.OutsideTransaction)
            {
                await RunOneByOneAsync(script, entry, cancel);
            }
            else
            {
                await RunInTransactionAsync(script, entry, cancel);
            }
        }
        catch (PostgresException e)
        {
            throw new MigrationException(script.Describe(e, e.BatchCommand as NpgsqlBatchCommand), e);
        }
    }

    private async Task RunInTransactionAsync(MigrationScript script, Func<NpgsqlBatchCommand> entry, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await ExecuteAsync(script.Commands, cancel);
        await ExecuteAsync([.. LeaveAsFound(), entry()], cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task RunOneByOneAsync(MigrationScript script, Func<NpgsqlBatchCommand> entry, CancellationToken cancel)
    {
        foreach (var command in script.Commands)
        {
            await ExecuteAsync([command], cancel);
        }

        await ExecuteAsync([.. LeaveAsFound(), entry()], cancel);
    }

    /// <summary>A file's <c>SET</c>s must not reach the next file.</summary>
    private static NpgsqlBatchCommand[] LeaveAsFound() => [new("RESET ROLE"), new("RESET ALL")];

    private async Task ExecuteAsync(IReadOnlyList<NpgsqlBatchCommand> commands, CancellationToken cancel)
    {
        if (commands.Count == 0)
        {
            return;
        }

        await using var batch = new NpgsqlBatch(connection);
        foreach (var command in commands)
        {
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancel);
    }
}
