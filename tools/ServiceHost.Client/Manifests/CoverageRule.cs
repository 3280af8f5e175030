namespace IntegrationSuite.ServiceHost.Client.Manifests;

/// <summary>What becomes of a service's coverage.</summary>
public sealed record CoverageRule
{
    /// <summary>Whether it is measured and gated.</summary>
    public bool IsMeasured { get; init; }

    /// <summary>The manifest asks for it: a service that leaves none is an error then (SUITE502), and not only named as not measured.</summary>
    public bool IsDemanded { get; init; }

    /// <summary>Globs of sources that do not count, besides those that are generated (<c>**/Legacy/**</c>).</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Of a .NET project: the names of assemblies beside its own whose sources count too, without <c>.dll</c>; <c>*</c> stands for any characters.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>The absolute path of the LCOV or Cobertura file that the service itself writes.</summary>
    public string? Report { get; init; }
}
