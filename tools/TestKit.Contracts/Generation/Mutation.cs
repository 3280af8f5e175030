namespace IntegrationSuite.TestKit.Contracts.Generation;

/// <summary>In what way an input breaks its schema.</summary>
internal enum Mutation
{
    /// <summary>A required member is not there.</summary>
    Missing,

    /// <summary>Null, where the schema has none.</summary>
    Null,

    /// <summary>Another JSON type.</summary>
    WrongType,

    /// <summary>The right type, but beyond a bound, outside an enum, against a pattern or a format, or twice among unique items.</summary>
    OutOfBounds,

    /// <summary>A member that the schema does not know, where it takes no others.</summary>
    UnknownMember,
}
