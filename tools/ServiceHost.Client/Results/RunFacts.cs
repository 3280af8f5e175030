namespace IntegrationSuite.ServiceHost.Client.Results;

/// <summary>What ran, on which machine: <c>results/run.json</c>, written before anything else, so that also a run that was killed tells it.</summary>
/// <param name="StartedAt">When the build turned to the tests (UTC).</param>
/// <param name="Concern">The only concern that ran; null for all.</param>
/// <param name="Filter">The test filter, when one was given.</param>
/// <param name="Configuration"><c>Debug</c> or <c>Release</c>.</param>
/// <param name="Commit">The commit of the working copy; null without git.</param>
/// <param name="Branch">Its branch; null without git, and when none is checked out.</param>
/// <param name="Changed">Files differ from the commit.</param>
/// <param name="Suite">The suite's version.</param>
/// <param name="Sdk">The .NET SDK's version.</param>
/// <param name="System">The operating system and its architecture.</param>
/// <param name="Machine">The machine's name.</param>
/// <param name="Processors">How many processors it has.</param>
/// <param name="MemoryMb">How much memory the build could use.</param>
internal sealed record RunFacts(
    DateTimeOffset StartedAt,
    string? Concern,
    string? Filter,
    string? Configuration,
    string? Commit,
    string? Branch,
    bool? Changed,
    string? Suite,
    string? Sdk,
    string? System,
    string? Machine,
    int Processors,
    long MemoryMb
)
{
    /// <summary>The file's name in the folder of results.</summary>
    public const string FileName = "run.json";

    /// <summary>Whether all tests ran, so that what is missing is missing.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsWhole => string.IsNullOrEmpty(Concern) && string.IsNullOrEmpty(Filter);
}
