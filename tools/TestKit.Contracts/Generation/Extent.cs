namespace IntegrationSuite.TestKit.Contracts.Generation;

/// <summary>How much of what a schema leaves open a value holds.</summary>
internal enum Extent
{
    /// <summary>Only what is required.</summary>
    Least,

    /// <summary>Sometimes this, sometimes that.</summary>
    Any,

    /// <summary>Every member, and an item in every list.</summary>
    Most,
}
