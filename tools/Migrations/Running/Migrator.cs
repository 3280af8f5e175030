using EvolveDb.Migration;
using IntegrationSuite.Migrations.Files;
using IntegrationSuite.Migrations.History;
using IntegrationSuite.Migrations.Sql;
using Npgsql;

namespace IntegrationSuite.Migrations.Running;

/// <summary>Applies a folder of migrations to a database, by Evolve, and takes them back.</summary>
/// <param name="database">The database: an address or an Npgsql connection string.</param>
/// <param name="folder">The migrations.</param>
/// <param name="options">How to work.</param>
/// <exception cref="MigrationException">From every method: what is wrong and what to do.</exception>
public sealed class Migrator(string database, MigrationFolder folder, MigratorOptions? options = null)
{
    private readonly NpgsqlConnectionStringBuilder _address = PostgresAddress.Parse(database);
    private readonly MigratorOptions _options = options ?? new MigratorOptions();

    /// <summary>The migrations.</summary>
    public MigrationFolder Folder => folder;

    /// <summary>Applies what is pending. When nothing is, that costs two round trips and no lock.</summary>
    /// <param name="target">Stop after this version; without it the newest, and the repeatables.</param>
    /// <param name="cancel">Rolls the running file back.</param>
    public Task<MigrationReport> UpAsync(MigrationVersion? target = null, CancellationToken cancel = default) =>
        WhenThereIsWorkAsync(
            changelog => PlanUp(changelog, target),
            async (connection, changelog, scripts) =>
            {
                await new EvolveRun(connection, changelog.Schema, folder.UpTo(target), cancel).MigrateAsync(scripts);
                var added = (await Changelog.ReadAsync(connection, cancel)).Rows.Skip(changelog.Rows.Count).ToList();
                return
                [
                    .. scripts.Select(script => new MigrationStep(script.File, added.Single(row => row.Name == script.File.Name).Elapsed)),
                ];
            },
            cancel
        );

    /// <summary>
    /// Takes back every version above <paramref name="to"/>, newest first; <see cref="MigrationVersion.MinVersion"/> takes back all.
    /// Changed files do not hinder it: that is how one goes back to change them.
    /// </summary>
    /// <param name="to">The version that stays.</param>
    /// <param name="cancel">Rolls the running file back.</param>
    public Task<MigrationReport> DownAsync(MigrationVersion to, CancellationToken cancel = default) =>
        WhenThereIsWorkAsync(
            changelog => PlanDown(changelog, to),
            async (connection, changelog, scripts) =>
            {
                var undo = new UndoRun(connection, changelog, cancel);
                var history = HistoryOf(changelog);
                var steps = new List<MigrationStep>();
                foreach (var script in scripts)
                {
                    steps.Add(await undo.UndoAsync(script, history.RowsOf(script.File.Version!)));
                }

                return steps;
            },
            cancel
        );

    /// <summary>Takes changed files for what was applied: the changelog's checksums become those of the files. Nothing runs.</summary>
    /// <param name="cancel">Calls it off.</param>
    /// <returns>The files in question.</returns>
    public Task<MigrationPlan> RepairAsync(CancellationToken cancel = default) =>
        WithChangelogAsync(
            async (connection, _) =>
            {
                await MigrationLock.TakeAsync(connection, _options.LockTimeout, cancel);
                var changelog = await Changelog.ReadAsync(connection, cancel);
                var problems = HistoryOf(changelog).Problems();
                Require([.. problems.Where(problem => problem.Code != MigrationCodes.Changed)]);
                await new EvolveRun(connection, changelog.Schema, folder, cancel).RepairAsync();
                return new MigrationPlan([.. folder.Versioned.Where(file => problems.Any(problem => problem.File == file.Path))]);
            },
            cancel
        );

    /// <summary>What <see cref="UpAsync"/> would do.</summary>
    public Task<MigrationPlan> PlanUpAsync(MigrationVersion? target = null, CancellationToken cancel = default) =>
        WithChangelogAsync(
            (_, changelog) => Task.FromResult(new MigrationPlan([.. PlanUp(changelog, target).Select(script => script.File)])),
            cancel
        );

    /// <summary>What <see cref="DownAsync"/> would do.</summary>
    public Task<MigrationPlan> PlanDownAsync(MigrationVersion to, CancellationToken cancel = default) =>
        WithChangelogAsync(
            (_, changelog) => Task.FromResult(new MigrationPlan([.. PlanDown(changelog, to).Select(script => script.File)])),
            cancel
        );

    /// <summary>Every migration and where it stands.</summary>
    public Task<IReadOnlyList<MigrationInfo>> InfoAsync(CancellationToken cancel = default) =>
        WithChangelogAsync((_, changelog) => Task.FromResult(HistoryOf(changelog).Info()), cancel);

    /// <summary>What keeps the folder from being applied: changed, missing and out-of-order files; and indexes that are invalid.</summary>
    public Task<IReadOnlyList<MigrationProblem>> ValidateAsync(CancellationToken cancel = default) =>
        WithChangelogAsync<IReadOnlyList<MigrationProblem>>(
            async (connection, changelog) =>
            {
                var invalid = await InvalidIndexes.ReadAsync(connection, cancel);
                return [.. HistoryOf(changelog).Problems(), .. invalid.Select(ProblemOf)];
            },
            cancel
        );

    private MigrationProblem ProblemOf(string invalidIndex) =>
        folder.Versioned.Concat(folder.Repeatable).LastOrDefault(file => SqlPosition.OfName(file.Sql, invalidIndex) is not null) is { } file
            ? MigrationProblems.InvalidIndex(file, invalidIndex)
            : MigrationProblems.InvalidIndex(folder, invalidIndex);

    private static void Require(IReadOnlyList<MigrationProblem> problems)
    {
        if (problems.Count > 0)
        {
            throw new MigrationException(problems);
        }
    }

    private MigrationHistory HistoryOf(Changelog changelog) => new(folder, changelog.Rows);

    private IReadOnlyList<SplitFile> PlanUp(Changelog changelog, MigrationVersion? target)
    {
        var history = HistoryOf(changelog);
        RequireKnown(history, target);
        Require(history.Problems());
        return SplitFile.Read(history.ToRun(target));
    }

    private IReadOnlyList<SplitFile> PlanDown(Changelog changelog, MigrationVersion to)
    {
        var history = HistoryOf(changelog);
        RequireKnown(history, to);
        return SplitFile.Read(history.ToUndo(to));
    }

    private void RequireKnown(MigrationHistory history, MigrationVersion? version) =>
        Require(version is null || history.Knows(version) ? [] : [MigrationProblems.UnknownVersion(folder, version)]);

    /// <summary>Plans without the lock, and again with it if there is something to do: another may have done it meanwhile.</summary>
    private Task<MigrationReport> WhenThereIsWorkAsync(
        Func<Changelog, IReadOnlyList<SplitFile>> plan,
        Func<NpgsqlConnection, Changelog, IReadOnlyList<SplitFile>, Task<IReadOnlyList<MigrationStep>>> work,
        CancellationToken cancel
    ) =>
        WithChangelogAsync(
            async (connection, changelog) =>
            {
                if (plan(changelog).Count == 0)
                {
                    return MigrationReport.NothingToDo;
                }

                await MigrationLock.TakeAsync(connection, _options.LockTimeout, cancel);
                var current = await Changelog.ReadAsync(connection, cancel);
                return plan(current) is { Count: > 0 } scripts
                    ? new MigrationReport(await work(connection, current, scripts))
                    : MigrationReport.NothingToDo;
            },
            cancel
        );

    private async Task<T> WithChangelogAsync<T>(Func<NpgsqlConnection, Changelog, Task<T>> work, CancellationToken cancel)
    {
        await using var source = MigrationConnection.SourceOf(_address, _options.ApplicationName);
        await using var connection = await MigrationConnection.OpenAsync(source, _address, cancel);
        try
        {
            return await work(connection, await Changelog.ReadAsync(connection, cancel));
        }
        catch (Exception e) when (e is NpgsqlException or EvolveDb.EvolveException)
        {
            throw new MigrationException(MigrationConnection.Unreachable(_address, e.GetBaseException()), e);
        }
    }
}
