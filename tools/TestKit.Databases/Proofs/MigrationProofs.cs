namespace IntegrationSuite.TestKit.Databases.Proofs;

/// <summary>What holds of every migration that can be trusted.</summary>
public static class MigrationProofs
{
    public static MigrationProof Up { get; } = new("what a file declares is there", ProofScope.EachVersion, UpProof.DeclaredIsThereAsync);

    public static MigrationProof NoGap { get; } = new("no version is left out", ProofScope.EachVersion, GapProof.FaultAsync);

    public static MigrationProof UndoToNothing { get; } =
        new("undone to nothing, nothing is left", ProofScope.NewestVersion, UndoProof.ToNothingAsync);

    public static MigrationProof UndoIsExact { get; } =
        new("an undo takes back exactly its version", ProofScope.EachVersion, UndoProof.IsExactAsync) { IsOfUndo = true };

    public static MigrationProof RoundTrip { get; } =
        new("up, down and up is the same as up", ProofScope.EachVersion, UndoProof.RoundTripAsync);

    public static MigrationProof Idempotence { get; } =
        new("a second run changes nothing", ProofScope.NewestVersion, RepetitionProof.SecondRunAsync);

    public static MigrationProof Repeatables { get; } =
        new("a repeatable can run again", ProofScope.NewestVersion, RepetitionProof.RepeatablesAsync);

    public static MigrationProof DataKept { get; } = new("rows survive a migration", ProofScope.LaterVersions, DataProof.UpKeepsAsync);

    public static MigrationProof DataKeptByUndo { get; } =
        new("rows survive an undo", ProofScope.LaterVersions, DataProof.DownKeepsAsync) { IsOfUndo = true };

    public static MigrationProof Expected { get; } =
        new("rows have the values that are expected of a migration", ProofScope.EachVersion, ExpectationProof.AfterVersionAsync);

    public static MigrationProof ExpectedOfUndo { get; } =
        new("rows have the values that are expected of an undo", ProofScope.EachVersion, ExpectationProof.AfterUndoAsync)
        {
            IsOfUndo = true,
        };

    public static MigrationProof Rollback { get; } =
        new("a failing statement does no harm", ProofScope.EachVersion, RollbackProof.FaultAsync);

    public static MigrationProof Killed { get; } =
        new("a killed runner leaves what the next one brings to the end", ProofScope.EachVersion, KilledProof.FaultAsync);

    public static MigrationProof IndexCutShort { get; } =
        new("an index whose building was cut short is built again", ProofScope.EachVersion, IndexProof.FaultAsync);

    public static MigrationProof Concurrency { get; } =
        new("of eight runners one migrates", ProofScope.NewestVersion, ConcurrencyProof.FaultAsync);

    public static MigrationProof NotNull { get; } =
        new("not-null columns refuse null", ProofScope.NewestVersion, ConstraintProof.NotNullAsync);

    public static MigrationProof ForeignKeys { get; } =
        new("foreign keys refuse what does not exist", ProofScope.NewestVersion, ConstraintProof.ForeignKeysAsync);

    public static MigrationProof Deletion { get; } =
        new("removing a row does what foreign keys say", ProofScope.NewestVersion, ConstraintProof.DeletionAsync);

    public static MigrationProof UniqueKeys { get; } =
        new("unique keys refuse a second row", ProofScope.NewestVersion, ConstraintProof.UniqueKeysAsync);

    public static MigrationProof Checks { get; } =
        new("checks refuse what they exclude", ProofScope.NewestVersion, ConstraintProof.ChecksAsync);

    public static MigrationProof Locks { get; } =
        new("readers of a large table do not wait long", ProofScope.LaterVersions, LockProof.FaultAsync);

    public static MigrationProof PlainIndexes { get; } =
        new("an index on a table of the version before is built concurrently", ProofScope.LaterVersions, PlainIndexProof.FaultAsync);

    public static MigrationProof VersionBefore { get; } =
        new("a service of the version before still works", ProofScope.LaterVersions, VersionBeforeProof.FaultAsync);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MigrationProof> All { get; } =
    [
        Up,
        NoGap,
        UndoToNothing,
        UndoIsExact,
        RoundTrip,
        Idempotence,
        Repeatables,
        DataKept,
        DataKeptByUndo,
        Expected,
        ExpectedOfUndo,
        Rollback,
        Killed,
        IndexCutShort,
        Concurrency,
        NotNull,
        ForeignKeys,
        Deletion,
        UniqueKeys,
        Checks,
        Locks,
        PlainIndexes,
        VersionBefore,
    ];
}
