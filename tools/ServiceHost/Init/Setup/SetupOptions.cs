namespace IntegrationSuite.ServiceHost.Init.Setup;

/// <summary>What is written beside the manifest.</summary>
/// <param name="Concerns">The concerns that get a test project each.</param>
/// <param name="Ci">The CI system that gets a recipe.</param>
/// <param name="Version">The version of the suite's packages.</param>
internal sealed record SetupOptions(IReadOnlyList<string> Concerns, string? Ci, string Version);

/// <summary>Takes what was written, and what was not and why.</summary>
internal sealed class SetupReport
{
    /// <summary>The files that were written or extended.</summary>
    public List<string> Written { get; } = [];

    /// <summary>What is left to a person, a line each.</summary>
    public List<string> Open { get; } = [];
}
