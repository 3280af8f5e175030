namespace IntegrationSuite.ServiceHost.Client.Results;

/// <summary><c>results/coverage.json</c>.</summary>
/// <param name="Threshold">In percent.</param>
/// <param name="Types">What it is of: <c>line</c>, <c>branch</c>, <c>method</c>.</param>
/// <param name="Services">Those that were measured.</param>
/// <param name="NotMeasured">The others.</param>
internal sealed record CoverageReport(
    double Threshold,
    IReadOnlyList<string> Types,
    IReadOnlyList<CoverageReport.Service> Services,
    IReadOnlyList<UnmeasuredService> NotMeasured
)
{
    /// <summary>The file's name in the folder of results.</summary>
    public const string FileName = "coverage.json";

    /// <summary>A service.</summary>
    /// <param name="Name">Its name in the manifest.</param>
    /// <param name="Title">Its name in messages.</param>
    /// <param name="Passed">It holds the threshold.</param>
    /// <param name="Incomplete">Why the figures are not the whole truth; null when they are.</param>
    /// <param name="Files">The least covered files, the worst first.</param>
    internal sealed record Service(
        [property: System.Text.Json.Serialization.JsonPropertyName("service")] string Name,
        string Title,
        bool Passed,
        string? Incomplete,
        Share Lines,
        Share Branches,
        Share Methods,
        IReadOnlyList<File>? Files
    )
    {
        /// <summary>The assemblies of others that count for it too.</summary>
        public IReadOnlyList<string> Counted { get; init; } = [];

        /// <summary>The assemblies of the solution that it has and that do not count.</summary>
        public IReadOnlyList<string> NotCounted { get; init; } = [];
    }

    /// <summary>A source file and how many of its lines ran.</summary>
    internal sealed record File(string Path, Share Lines);

    /// <summary>So many of so many; 0–100 percent.</summary>
    internal sealed record Share(int Covered, int Total, double Percent);
}

/// <summary>A service without coverage, and why: nobody shall take silence for a pass.</summary>
internal sealed record UnmeasuredService(string Service, string Title, string Why);
