namespace IntegrationSuite.TestKit.Contracts.Drift;

/// <summary>What became of the set of values that a schema allows.</summary>
[Flags]
internal enum Shift
{
    /// <summary>The same.</summary>
    None = 0,

    /// <summary>Something is allowed no more: what a client sends may be refused now.</summary>
    Narrowed = 1,

    /// <summary>Something is allowed that was not: what a client gets may be new to it.</summary>
    Widened = 2,
}
