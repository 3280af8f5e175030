using EvolveDb.Metadata;
using EvolveDb.Migration;
using IntegrationSuite.Migrations.Files;

namespace IntegrationSuite.Migrations.History;

/// <summary>A folder held against the rows of a database: what is applied, what is to do, what is wrong.</summary>
internal sealed class MigrationHistory
{
    private readonly MigrationFolder _folder;
    private readonly IReadOnlyList<ChangelogRow> _rows;
    private readonly SortedDictionary<MigrationVersion, ChangelogRow> _applied = [];
    private readonly Dictionary<string, ChangelogRow> _repeated = new(StringComparer.Ordinal);
    private readonly MigrationVersion _start = MigrationVersion.MinVersion;

    public MigrationHistory(MigrationFolder folder, IReadOnlyList<ChangelogRow> rows)
    {
        _folder = folder;
        _rows = rows;
        foreach (var row in rows.Where(row => row.Success))
        {
            switch (row)
            {
                case { Type: MetadataType.Migration, Version: { } version }:
                    _applied[version] = row;
                    break;
                case { Type: MetadataType.RepeatableMigration }:
                    _repeated[row.Name] = row;
                    break;
                case { Type: MetadataType.StartVersion, Version: { } version } when version > _start:
                    _start = version;
                    break;
            }
        }
    }

    /// <summary>The applied versions, newest first.</summary>
    public IEnumerable<MigrationVersion> Applied => _applied.Keys.Reverse();

    /// <summary>The newest applied version.</summary>
    public MigrationVersion Current => _applied.Count == 0 ? MigrationVersion.MinVersion : Applied.First();

    /// <summary>The ids of all rows of a version.</summary>
    public IEnumerable<int> RowsOf(MigrationVersion version) =>
        _rows.Where(row => row.Type == MetadataType.Migration && row.Version == version).Select(row => row.Id);

    /// <summary>What to run, in order: the pending versions up to <paramref name="target"/>, and with the newest of them the new and changed repeatables.</summary>
    public IReadOnlyList<MigrationFile> ToRun(MigrationVersion? target)
    {
        var files = _folder.UpTo(target);
        return [.. files.Versioned.Where(IsPending), .. files.Repeatable.Where(file => StateOf(file) != MigrationState.Applied)];
    }

    /// <summary>The undo files down to a version, newest first.</summary>
    /// <exception cref="MigrationException">A version has none.</exception>
    public IReadOnlyList<MigrationFile> ToUndo(MigrationVersion to)
    {
        var versions = Applied.TakeWhile(version => version > to).ToList();
        var problems = versions
            .Where(version => UndoOf(version) is null)
            .Select(version => MigrationProblems.NoUndo(_folder, version))
            .ToList();
        return problems.Count == 0 ? [.. versions.Select(version => UndoOf(version)!)] : throw new MigrationException(problems);
    }

    /// <summary>What keeps this folder from being applied to this database.</summary>
    public IReadOnlyList<MigrationProblem> Problems() =>
        [
            .. _applied.Where(pair => FileOf(pair.Key) is null).Select(pair => MigrationProblems.Missing(_folder, pair.Value)),
            .. _folder
                .Versioned.Where(file => StateOf(file) == MigrationState.Changed)
                .Select(file => MigrationProblems.Changed(file, _applied[file.Version!])),
            .. _folder
                .Versioned.Where(file => StateOf(file) == MigrationState.OutOfOrder)
                .Select(file => MigrationProblems.OutOfOrder(file, Current)),
        ];

    /// <summary>Every migration and where it stands: the versions in order, then the repeatables.</summary>
    public IReadOnlyList<MigrationInfo> Info() =>
        [
            .. _applied
                .Where(pair => FileOf(pair.Key) is null)
                .Select(pair => InfoOf(pair.Key, pair.Value.Name, MigrationState.Missing, pair.Value))
                .Concat(
                    _folder.Versioned.Select(file =>
                        InfoOf(file.Version, file.Name, StateOf(file), _applied.GetValueOrDefault(file.Version!))
                    )
                )
                .OrderBy(info => info.Version),
            .. _folder.Repeatable.Select(file => InfoOf(null, file.Name, StateOf(file), _repeated.GetValueOrDefault(file.Name))),
        ];

    /// <summary>A version is known when there is a file of it or it is applied; zero always is.</summary>
    public bool Knows(MigrationVersion version) =>
        version == MigrationVersion.MinVersion || _applied.ContainsKey(version) || FileOf(version) is not null;

    private MigrationFile? FileOf(MigrationVersion version) => _folder.Versioned.FirstOrDefault(file => file.Version == version);

    private MigrationFile? UndoOf(MigrationVersion version) => _folder.Undo.FirstOrDefault(file => file.Version == version);

    private bool IsPending(MigrationFile file) => StateOf(file) is MigrationState.Pending or MigrationState.Failed;

    private MigrationInfo InfoOf(MigrationVersion? version, string name, MigrationState state, ChangelogRow? row) =>
        new(version, name, state, row?.InstalledOn, row?.InstalledBy, version is not null && UndoOf(version) is not null);

    private MigrationState StateOf(MigrationFile file)
    {
        var row = file.Version is null ? _repeated.GetValueOrDefault(file.Name) : _applied.GetValueOrDefault(file.Version);
        if (row is not null)
        {
            return file.MustRepeatAlways ? MigrationState.Pending
                : row.Checksum == file.CalculateChecksum() ? MigrationState.Applied
                : MigrationState.Changed;
        }

        if (file.Version is not null && file.Version < _start)
        {
            return MigrationState.BeforeStart;
        }

        var tried = _rows.Any(any => !any.Success && any.Name == file.Name);
        var late = file.Version is not null && file.Version < Current;
        return late ? MigrationState.OutOfOrder
            : tried ? MigrationState.Failed
            : MigrationState.Pending;
    }
}
