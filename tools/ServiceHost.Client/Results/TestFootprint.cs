namespace IntegrationSuite.ServiceHost.Client.Results;

/// <summary>What TestKit saw a test do; <c>results/footprints.*.json</c> has a list of them for each test process.</summary>
/// <param name="Key"><see cref="TestKey"/>.</param>
/// <param name="Called">The services that it sent requests to, second instances under their service's name.</param>
/// <param name="Answered">Those of them that answered with success, other than about their health.</param>
/// <param name="Traces">The W3C trace ids of these requests.</param>
/// <param name="Instances">The services that it started second instances of.</param>
/// <param name="Migrations">The services whose migrations it read.</param>
/// <param name="Unknown">Why that is not all it did; null when it is.</param>
public sealed record TestFootprint(
    string Key,
    IReadOnlyList<string> Called,
    IReadOnlyList<string> Answered,
    IReadOnlyList<string> Traces,
    IReadOnlyList<string> Instances,
    IReadOnlyList<string> Migrations,
    string? Unknown
)
{
    /// <summary>Of a test of which nothing was seen.</summary>
    public static TestFootprint None(string key, string? unknown) => new(key, [], [], [], [], [], unknown);

    /// <summary>What was done by either.</summary>
    public TestFootprint With(TestFootprint other) =>
        new(
            Key,
            Union(Called, other.Called),
            Union(Answered, other.Answered),
            Union(Traces, other.Traces),
            Union(Instances, other.Instances),
            Union(Migrations, other.Migrations),
            Unknown ?? other.Unknown
        );

    private static IReadOnlyList<string> Union(IReadOnlyList<string> some, IReadOnlyList<string> others) =>
        others.Count == 0 ? some : [.. some.Union(others).Order(StringComparer.Ordinal)];
}
