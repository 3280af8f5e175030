using EvolveDb;
using EvolveDb.Dialect;
using IntegrationSuite.Migrations.Files;
using Npgsql;

namespace IntegrationSuite.Migrations.Running;

/// <summary>Evolve at work on a database whose lock is ours.</summary>
/// <param name="connection">The connection that holds the lock.</param>
/// <param name="schema">Where the changelog is.</param>
/// <param name="files">What Evolve sees of the folder.</param>
/// <param name="cancel">Rolls the running file back.</param>
internal sealed class EvolveRun(NpgsqlConnection connection, string schema, MigrationFolder files, CancellationToken cancel)
{
    private readonly SplittingConnection _connection = new(connection, cancel);

    /// <summary>Applies what is pending.</summary>
    /// <param name="scripts">The files in question, in their order.</param>
    /// <exception cref="MigrationException">A statement failed; the changelog says so, with <c>success = false</c>.</exception>
    public async Task MigrateAsync(IReadOnlyList<SplitFile> scripts)
    {
        try
        {
            await OnOwnThreadAsync(Create().Migrate);
        }
        catch (EvolveException) when (Problem(scripts) is { } problem)
        {
            throw new MigrationException(problem, _connection.Runner.Refusal!.Error); // Evolve's own says no more, and hides it
        }
    }

    /// <summary>Makes the changelog's checksums those of the files.</summary>
    public Task RepairAsync() => OnOwnThreadAsync(Create().Repair);

    /// <summary>Which file could not be applied, and why; null when it was one of Evolve's own statements.</summary>
    private MigrationProblem? Problem(IReadOnlyList<SplitFile> scripts) =>
        _connection.Runner.Refusal is { } refusal
            ? scripts.FirstOrDefault(script => script.File.Sql == refusal.Script)?.Describe(refusal.Error, refusal.Statement)
            : null;

    private Evolve Create() =>
        new(_connection, dbms: DBMS.PostgreSQL)
        {
            Schemas = [schema],
            MigrationLoader = files,
            Placeholders = files.PlaceholderTexts,
            CommandTimeout = 0,
            IsEraseDisabled = true,
        };

    /// <summary>Evolve is synchronous: on the thread pool, eight at once would keep everything else waiting for a thread.</summary>
    private async Task OnOwnThreadAsync(Action work)
    {
        try
        {
            await Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        catch (EvolveException) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }
    }
}
