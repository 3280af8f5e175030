using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Client.Results;
using IntegrationSuite.Tasks.Contracts;
using IntegrationSuite.Tasks.Coverage;

namespace IntegrationSuite.Tasks.Selection;

/// <summary>A run that came to its end, as far as later runs may rest on it: what each test came to and rested on, what each service's gates were judged by, and what all of it was made from.</summary>
internal sealed record Baseline
{
    /// <summary>What has no part that could change alone: name → fingerprint (<see cref="Fingerprints.Frame"/>).</summary>
    public required IReadOnlyDictionary<string, string> Frame { get; init; }

    /// <summary>Service → fingerprint; null where nobody can say what it runs.</summary>
    public required IReadOnlyDictionary<string, string?> Services { get; init; }

    /// <summary>When the run ended (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The commit that it was of, or its time when something was not committed.</summary>
    public required string Name { get; init; }

    /// <summary>When the last run ended in which every test ran (UTC).</summary>
    public required DateTimeOffset WholeAt { get; init; }

    /// <summary>All tests.</summary>
    public required IReadOnlyList<TestRecord> Tests { get; init; }

    /// <summary>What was seen of each service's contract.</summary>
    public IReadOnlyList<ServiceMatrix> Contracts { get; init; } = [];

    /// <summary>What was covered of each service.</summary>
    public IReadOnlyList<KeptCoverage> Coverage { get; init; } = [];

    /// <summary>What gates only warned of.</summary>
    public IReadOnlyList<SuiteError> Warnings { get; init; } = [];

    /// <summary>How strict each service's gates were.</summary>
    public IReadOnlyDictionary<string, GateLevels> Gates { get; init; } = new Dictionary<string, GateLevels>();
}
