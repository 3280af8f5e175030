using Migrations.Files;
using Migrations.History;
using Npgsql;

namespace Migrations.Running;

/// <summary>Applies a folder of migrations to a database, and takes them back. Speaks Evolve's <c>changelog</c>.</summary>
/// <param name="database">The database: an address or an Npgsql connection string.</param>
/// <param name="folder">The migrations.</param>
/// <param name="options">How to work.</param>
/// <exception cref="MigrationException">From every method: what is wrong and what to do.</exception>
public sealed class Migrator(string database, MigrationFolder folder, MigratorOptions? options = null)
{
    private readonly NpgsqlConnectionStringBuilder _address = PostgresAddress.Parse(database);
    private readonly MigratorOptions _options = options ?? new MigratorOptions();

    /// <summary>Applies what is pending. When nothing is, that costs two round trips and no lock.</summary>
    /// <param name="target">Stop after this version; without it the newest, and the repeatables.</param>
    /// <param name="cancel">Rolls the running file back.</param>
    public Task<MigrationReport> UpAsync(MigrationVersion? target = null, CancellationToken cancel = default) =>
        WithHistoryAsync(
            async (connection, changelog, history) =>
            {
                if (PlanUp(history, target).Count == 0)
                {
                    return MigrationReport.NothingToDo;
                }

                await MigrationLock.TakeAsync(connection, _options.LockTimeout, cancel);
                changelog = await Changelog.FindAsync(connection, cancel);
                var scripts = PlanUp(new MigrationHistory(folder, await changelog.ReadAsync(cancel)), target);
                await changelog.CreateAsync(cancel);
                return await RunAsync(scripts, script => new ScriptRunner(connection, changelog).ApplyAsync(script, cancel));
            },
            cancel);

    /// <summary>Takes back every version above <paramref name="to"/>, newest first; <see cref="MigrationVersion.Zero"/> takes back all. Changed files do not hinder it: that is how one goes back to change them.</summary>
    /// <param name="to">The version that stays.</param>
    /// <param name="cancel">Rolls the running file back.</param>
    public Task<MigrationReport> DownAsync(MigrationVersion to, CancellationToken cancel = default) =>
        WithHistoryAsync(
            async (connection, changelog, history) =>
            {
                if (PlanDown(history, to).Count == 0)
                {
                    return MigrationReport.NothingToDo;
                }

                await MigrationLock.TakeAsync(connection, _options.LockTimeout, cancel);
                var current = new MigrationHistory(folder, await changelog.ReadAsync(cancel));
                return await RunAsync(
                    PlanDown(current, to),
                    script => new ScriptRunner(connection, changelog).UndoAsync(script, current.RowsOf(script.File.Version!), cancel));
            },
            cancel);

    /// <summary>What <see cref="UpAsync"/> would do.</summary>
    public Task<MigrationPlan> PlanUpAsync(MigrationVersion? target = null, CancellationToken cancel = default) =>
        WithHistoryAsync((_, _, history) => Task.FromResult(new MigrationPlan([.. PlanUp(history, target).Select(script => script.File)])), cancel);

    /// <summary>What <see cref="DownAsync"/> would do.</summary>
    public Task<MigrationPlan> PlanDownAsync(MigrationVersion to, CancellationToken cancel = default) =>
        WithHistoryAsync((_, _, history) => Task.FromResult(new MigrationPlan([.. PlanDown(history, to).Select(script => script.File)])), cancel);

    /// <summary>Every migration and where it stands.</summary>
    public Task<IReadOnlyList<MigrationInfo>> InfoAsync(CancellationToken cancel = default) =>
        WithHistoryAsync((_, _, history) => Task.FromResult(history.Info()), cancel);

    /// <summary>What keeps the folder from being applied: changed, missing and out-of-order files.</summary>
    public Task<IReadOnlyList<MigrationProblem>> ValidateAsync(CancellationToken cancel = default) =>
        WithHistoryAsync((_, _, history) => Task.FromResult(history.Problems()), cancel);

    private static async Task<MigrationReport> RunAsync(IReadOnlyList<MigrationScript> scripts, Func<MigrationScript, Task<MigrationStep>> run)
    {
        var steps = new List<MigrationStep>();
        foreach (var script in scripts)
        {
            steps.Add(await run(script));
        }

        return new MigrationReport(steps);
    }

    private IReadOnlyList<MigrationScript> PlanUp(MigrationHistory history, MigrationVersion? target)
    {
        RequireKnown(history, target);
        var problems = history.Problems();
        return problems.Count == 0 ? MigrationScript.Read(history.ToRun(target)) : throw new MigrationException(problems);
    }

    private IReadOnlyList<MigrationScript> PlanDown(MigrationHistory history, MigrationVersion to)
    {
        RequireKnown(history, to);
        return MigrationScript.Read(history.ToUndo(to));
    }

    private void RequireKnown(MigrationHistory history, MigrationVersion? version)
    {
        if (version is not null && !history.Knows(version))
        {
            throw new MigrationException(MigrationProblems.UnknownVersion(folder, version));
        }
    }

    private async Task<T> WithHistoryAsync<T>(Func<NpgsqlConnection, Changelog, MigrationHistory, Task<T>> work, CancellationToken cancel)
    {
        await using var source = MigrationConnection.SourceOf(_address, _options.ApplicationName);
        await using var connection = await MigrationConnection.OpenAsync(source, _address, cancel);
        try
        {
            var changelog = await Changelog.FindAsync(connection, cancel);
            return await work(connection, changelog, new MigrationHistory(folder, await changelog.ReadAsync(cancel)));
        }
        catch (NpgsqlException e)
        {
            throw new MigrationException(MigrationConnection.Unreachable(_address, e), e);
        }
    }
}
