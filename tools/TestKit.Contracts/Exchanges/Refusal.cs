namespace IntegrationSuite.TestKit.Contracts;

/// <summary>How an input is refused for what it is, and not for something else, as a 404 would be.</summary>
internal static class Refusal
{
    /// <summary>400, and what RFC 9110 has for a body that is too large (15.5.14), of another type (15.5.16), or can't be processed (15.5.21).</summary>
    public static IReadOnlyList<int> Statuses { get; } = [400, 413, 415, 422];
}
