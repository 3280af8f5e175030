namespace Pipeline.Contracts.Checks;

/// <summary>What can be wrong with the bookshelf: one thing at a time.</summary>
public enum Fault
{
    None,
    FailsOnSubtitle,
    DeletesWith200,
    ReadsAsBytes,
    ListsWithoutTotal,
    ReadsPagesAsText,
    TakesMissing,
    TakesNull,
    TakesWrongType,
    TakesOutOfBounds,
    TakesUnknownMember,
    TakesTrailingComma,
    TakesAnyMediaType,
    TakesAnySize,
    RefusesSubtitle,
    NeverChanges,
    HidesWrongMethod,
    HidesAllow,
    DeletesNothing,
    LosesSubtitled,
    LeadsAstray,
    CountsChanges,
    ChangesBeforeItRefuses,
    StoresBeforeItRefuses,
}
